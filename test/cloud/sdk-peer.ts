import type { TrackKind, User } from '../../src/engine/call-engine.js';
import { loadSdk, type Sdk } from '../../src/engine/zego/load-sdk.js';
import { setUpSdk } from '../../src/engine/zego/sdk-setup.js';
import { quietly } from '../../src/engine/zego/settle.js';
import { throwIfFailed } from '../../src/engine/zego/zego-errors.js';
import { serversOf } from '../../src/engine/zego/zego-pool.js';
import type { KitStream } from '../contract/zego-kit.js';
import { TestMedia } from '../support/test-media.js';
import { eventually, inTime } from '../support/wait.js';
import { cloudProject, requestFor } from './project.js';

interface Command {
  readonly from: string;
  readonly text: string;
}

/**
 * Somebody in a room of the cloud with an instance of the SDK of their own and nothing of ours around it. By itself it does
 * what an app on ZEGO's native SDK does: any stream IDs, and no notes.
 */
export class SdkPeer {
  readonly commands: Command[] = [];
  /** The streams of others. */
  readonly #streams = new Map<string, KitStream & { readonly userId: string }>();
  /** What the gateway last said of the devices behind a stream, as `streamId kind`. */
  readonly #told = new Map<string, 'OPEN' | 'MUTE'>();
  readonly #published = new Map<string, { readonly stream: MediaStream; readonly media: TestMedia }>();
  readonly #accepted = new Set<string>();

  #sdk: Sdk | undefined;

  constructor(
    readonly room: string,
    readonly user: User,
  ) {}

  /** Logs in to the room; everything else comes after it. */
  async enter(): Promise<void> {
    const [Sdk, { appId, server }] = await Promise.all([loadSdk(), cloudProject()]);
    await setUpSdk(Sdk, {});
    this.#sdk = new Sdk(appId, serversOf(server));
    this.#listen();
    const { token } = await requestFor(this.room, this.user);
    const names = { userID: this.user.id, userName: this.user.name };
    const login = this.sdk.loginRoom(this.room, token, names, { userUpdate: true });
    await throwIfFailed(await inTime(login, `${this.user.id} logs in`));
  }

  /** Publishes a moving picture and a tone; resolves once the cloud has them. */
  async publish(streamId: string, extraInfo?: string): Promise<string> {
    const media = new TestMedia();
    const stream = await this.sdk.createStream({ custom: { source: media.stream } });
    this.#published.set(streamId, { stream, media });
    this.sdk.startPublishingStream(streamId, stream, extraInfo === undefined ? {} : { extraInfo });
    await eventually(() => this.#accepted.has(streamId), `${this.user.id} publishes`);
    return streamId;
  }

  /** Turns a device on or off by the SDK alone, which tells the gateway. */
  turn(streamId: string, kind: TrackKind, on: boolean): void {
    const { stream } = this.#published.get(streamId)!;
    if (kind === 'video') this.sdk.mutePublishStreamVideo(stream, !on);
    else this.sdk.mutePublishStreamAudio(stream, !on);
  }

  /** Plays a stream: only then does the gateway tell of its devices. */
  async play(streamId: string): Promise<void> {
    await eventually(() => this.#streams.has(streamId), `${this.user.id} sees ${streamId}`);
    await inTime(this.sdk.startPlayingStream(streamId), `${this.user.id} plays ${streamId}`);
  }

  /** What the gateway last said of a device behind a stream; undefined before it said anything. */
  told(streamId: string, kind: TrackKind): 'OPEN' | 'MUTE' | undefined {
    return this.#told.get(`${streamId} ${kind}`);
  }

  streamsOf(userId: string): KitStream[] {
    return [...this.#streams.values()].filter((stream) => stream.userId === userId);
  }

  /** @param to user IDs; everyone else in the room when empty, as far as ZEGO's documentation tells. */
  async command(text: string, to: readonly string[] = []): Promise<void> {
    const sent = this.sdk.sendCustomCommand(this.room, text, [...to]);
    await throwIfFailed(await inTime(sent, `${this.user.id} sends a command`));
  }

  /** Ends everything; harmless before `enter`. */
  async leave(): Promise<void> {
    const sdk = this.#sdk;
    if (!sdk) return;
    for (const [streamId, { stream, media }] of this.#published) {
      quietly(() => sdk.stopPublishingStream(streamId));
      quietly(() => sdk.destroyStream(stream));
      await media.close();
    }
    quietly(() => sdk.logoutRoom(this.room));
    quietly(() => sdk.destroyEngine());
  }

  protected get sdk(): Sdk {
    if (!this.#sdk) throw new Error(`${this.user.id} has not entered`);
    return this.#sdk;
  }

  #listen(): void {
    this.sdk.on('publisherStateUpdate', ({ state, streamID }) => {
      if (state === 'PUBLISHING') this.#accepted.add(streamID);
    });
    this.sdk.on('roomStreamUpdate', (_, update, streams) => {
      for (const { streamID, user, extraInfo } of streams)
        if (update === 'DELETE') this.#streams.delete(streamID);
        else this.#see(streamID, user, extraInfo);
    });
    this.sdk.on('streamExtraInfoUpdate', (_, streams) => {
      for (const { streamID, user, extraInfo } of streams) this.#see(streamID, user, extraInfo);
    });
    this.sdk.on('remoteCameraStatusUpdate', (id, status) => this.#told.set(`${id} video`, status));
    this.sdk.on('remoteMicStatusUpdate', (id, status) => this.#told.set(`${id} audio`, status));
    this.sdk.on('IMRecvCustomCommand', (_, { userID }, text) => this.commands.push({ from: userID, text }));
  }

  #see(id: string, { userID, userName = '' }: { userID: string; userName?: string }, extraInfo = ''): void {
    this.#streams.set(id, { id, userId: userID, name: userName, extraInfo });
  }
}
