import type { CallEngine, TrackKind } from '../../src/engine/call-engine.js';
import { EventLog } from '../support/event-log.js';
import { TestMedia } from '../support/test-media.js';
import { inTime } from '../support/wait.js';
import type { EngineStage, RemotePeer, SetStage } from './engine-stage.js';

/** One test's surroundings: a stage, what its engine reported, and media that ends with the test. */
export class Scene {
  readonly log: EventLog;
  readonly #media: TestMedia[] = [];

  constructor(readonly stage: EngineStage) {
    this.log = new EventLog(stage.engine);
  }

  get engine(): CallEngine {
    return this.stage.engine;
  }

  join(signal: AbortSignal = new AbortController().signal): Promise<void> {
    return inTime(this.engine.join(this.stage.request, signal), 'join settles');
  }

  leave(): Promise<void> {
    return inTime(this.engine.leave(), 'leave settles');
  }

  play(streamId: string, signal: AbortSignal = new AbortController().signal): Promise<MediaStream> {
    return inTime(this.engine.play(streamId, signal), 'play settles');
  }

  /** The one that most tests need: Ada, with an accent and a space in the name, as names have them. */
  enterAda(): Promise<RemotePeer> {
    return this.stage.enter({ id: 'ada', name: 'Ada Löwe' });
  }

  /** Joins a room where Ada shows her camera, and waits until that is known. */
  async watchAda(): Promise<{ ada: RemotePeer; streamId: string }> {
    await this.join();
    const ada = await this.enterAda();
    const streamId = await ada.publish('camera');
    await this.log.stream(streamId);
    return { ada, streamId };
  }

  media(...kinds: TrackKind[]): TestMedia {
    const media = new TestMedia(kinds.length > 0 ? kinds : undefined);
    this.#media.push(media);
    return media;
  }

  async close(): Promise<void> {
    this.log.close();
    await this.stage.tearDown();
    for (const media of this.#media) await media.close();
  }
}

/** Sets a fresh scene before each test of the surrounding `describe`, and gives access to it. */
export function useScene(setStage: SetStage): () => Scene {
  let scene: Scene | undefined;
  beforeEach(async () => {
    scene = new Scene(await setStage());
  });
  afterEach(async () => {
    await scene?.close();
    scene = undefined;
  });
  return () => {
    if (!scene) throw new Error('A scene is there only while a test runs');
    return scene;
  };
}
