import type { MessageKind, StreamSource, TrackKind, User } from '../../src/engine/call-engine.js';
import { TestMedia } from '../support/test-media.js';
import type { ZegoCloud } from './zego-cloud.js';
import {
  kitStreamId,
  WEB_KIT_SCREEN_NOTE,
  webKitNote,
  webKitView,
  type KitStream,
  type KitView,
} from './zego-kit.js';

/** What all of ZEGO's prebuilt kits have in common: the IDs of streams, and commands of a host. */
abstract class KitPeer {
  readonly heard: string[] = [];
  protected readonly isOn: Record<TrackKind, boolean> = { audio: true, video: true };
  readonly #media: TestMedia[] = [];
  readonly #hear = (text: string) => this.heard.push(text);

  constructor(
    protected readonly cloud: ZegoCloud,
    readonly user: User,
  ) {
    cloud.audience.add(this.#hear);
    cloud.userEnters(user);
  }

  streamId(source: StreamSource): string {
    return kitStreamId(this.cloud.login!.room, this.user.id, source);
  }

  publish(source: StreamSource): string {
    const media = new TestMedia(source === 'screen' ? ['video'] : undefined);
    this.#media.push(media);
    const id = this.streamId(source);
    const sends = source === 'screen' ? { audio: true, video: true } : { ...this.isOn };
    const stream = { user: this.user, media: media.stream, layer: 'high' as const, sends };
    this.cloud.addStream(id, { ...stream, extraInfo: this.firstNote(source) });
    this.published(source);
    return id;
  }

  unpublish(source: StreamSource): void {
    this.cloud.removeStream(this.streamId(source));
  }

  /** Turns a device, which the kit tells by a note and its SDK tells the gateway. */
  turn(kind: TrackKind, on: boolean): void {
    this.isOn[kind] = on;
    this.cloud.turn(this.streamId('camera'), { [kind]: on });
    this.tellDevices();
  }

  say(text: string, kind: MessageKind = 'reliable'): void {
    this.cloud.say(this.user, text, kind);
  }

  command(command: object): void {
    this.cloud.command(this.user, JSON.stringify(command));
  }

  abstract removeUser(userId: string): void;
  abstract turnCameraOff(userId: string): void;
  abstract turnMicrophoneOff(userId: string): void;
  /** What this kit shows of somebody who is in the room; undefined while they publish nothing. */
  abstract sees(userId: string): KitView | undefined;

  async leave(): Promise<void> {
    this.cloud.audience.delete(this.#hear);
    this.cloud.userLeaves(this.user);
    for (const media of this.#media) await media.close();
  }

  protected abstract firstNote(source: StreamSource): string;
  protected abstract published(source: StreamSource): void;
  protected abstract tellDevices(): void;

  protected streamsOf(userId: string): KitStream[] {
    return [...this.cloud.streams]
      .filter(([, { user }]) => user.id === userId)
      .map(([id, { user, extraInfo }]) => ({ id, name: user.name, extraInfo }));
  }
}

/** ZEGO's prebuilt kit for the Web: it writes notes when it publishes, and reads nothing else of others. */
export class WebKitPeer extends KitPeer {
  removeUser(userId: string): void {
    this.command({ zego_remove_user: [userId] });
  }

  turnCameraOff(userId: string): void {
    this.command({ zego_turn_camera_off: userId });
  }

  turnMicrophoneOff(userId: string): void {
    this.command({ zego_turn_microphone_off: userId });
  }

  sees(userId: string): KitView | undefined {
    return webKitView(this.streamsOf(userId));
  }

  /** Whose sound level this kit takes that of a stream for. */
  speakerOf(streamId: string): string | undefined {
    return streamId.split('_').at(-2);
  }

  protected firstNote(source: StreamSource): string {
    return source === 'camera' ? webKitNote(this.isOn) : WEB_KIT_SCREEN_NOTE;
  }

  protected published(): void {}

  protected tellDevices(): void {
    this.cloud.describe(this.streamId('camera'), webKitNote(this.isOn));
  }
}

/** ZEGO's kit for Flutter; the other mobile ones do the same. It writes its note once it publishes, and reads the gateway too. */
export class MobileKitPeer extends KitPeer {
  removeUser(userId: string): void {
    this.command({ zego_remove_user: [userId] });
  }

  turnCameraOff(userId: string): void {
    this.command({ zego_turn_camera_off: [userId] });
  }

  turnMicrophoneOff(userId: string): void {
    this.command({ zego_turn_microphone_off: { zego_user_id: userId, zego_mute_mode: false } });
  }

  sees(userId: string): KitView | undefined {
    const streams = this.streamsOf(userId);
    const shown = streams.find(({ id }) => id.includes('main') && !id.endsWith('_screensharing'));
    const screen = streams.some(({ id }) => !id.includes('main') && id.endsWith('_screensharing'));
    if (!shown) return undefined;
    const { id, name } = shown;
    const told = this.cloud.published(id)!.told;
    return {
      name,
      camera: told.video ? 'OPEN' : 'MUTE',
      microphone: told.audio ? 'OPEN' : 'MUTE',
      screen,
    };
  }

  protected firstNote(): string {
    return '';
  }

  protected published(source: StreamSource): void {
    if (source === 'camera') this.tellDevices();
  }

  protected tellDevices(): void {
    const { audio, video } = this.isOn;
    const note = JSON.stringify({ isCameraOn: video, isMicrophoneOn: audio });
    this.cloud.describe(this.streamId('camera'), note);
  }
}
