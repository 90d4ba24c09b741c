import type { MessageKind, TrackKind, User } from '../../src/engine/call-engine.js';
import { TestMedia } from '../support/test-media.js';
import type { ZegoCloud } from './zego-cloud.js';

/** An app on ZEGO's native SDK: any stream IDs, no notes, and the gateway alone says which devices are on. */
export class NativePeer {
  readonly heard: string[] = [];
  readonly #cloud: ZegoCloud;
  readonly #media: TestMedia[] = [];
  readonly #hear = (text: string) => this.heard.push(text);

  constructor(
    cloud: ZegoCloud,
    readonly user: User,
  ) {
    this.#cloud = cloud;
    cloud.audience.add(this.#hear);
    cloud.userEnters(user);
  }

  publish(streamId: string, on: Readonly<Record<TrackKind, boolean>> = { audio: true, video: true }): string {
    const media = new TestMedia();
    this.#media.push(media);
    const stream = { user: this.user, extraInfo: '', media: media.stream, layer: 'high' as const, sends: on };
    this.#cloud.addStream(streamId, stream);
    return streamId;
  }

  turn(streamId: string, kind: TrackKind, on: boolean): void {
    this.#cloud.turn(streamId, { [kind]: on });
  }

  say(text: string, kind: MessageKind = 'reliable'): void {
    this.#cloud.say(this.user, text, kind);
  }

  /** What the gateway says of a stream of the engine under test. */
  told(streamId: string) {
    return this.#cloud.published(streamId)?.told;
  }

  async leave(): Promise<void> {
    this.#cloud.audience.delete(this.#hear);
    this.#cloud.userLeaves(this.user);
    for (const media of this.#media) await media.close();
  }
}
