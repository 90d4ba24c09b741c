import type { StreamSource, TrackKind } from '../../src/engine/call-engine.js';
import { throwIfFailed } from '../../src/engine/zego/zego-errors.js';
import {
  kitStreamId,
  WEB_KIT_SCREEN_NOTE,
  webKitNote,
  webKitView,
  type KitView,
} from '../contract/zego-kit.js';
import { inTime } from '../support/wait.js';
import { SdkPeer } from './sdk-peer.js';

/** Somebody who publishes and reads as ZEGO's prebuilt kit for the Web does. */
export class CloudKitPeer extends SdkPeer {
  readonly #isOn: Record<TrackKind, boolean> = { audio: true, video: true };

  show(source: StreamSource): Promise<string> {
    const note = source === 'camera' ? webKitNote(this.#isOn) : WEB_KIT_SCREEN_NOTE;
    return this.publish(kitStreamId(this.room, this.user.id, source), note);
  }

  /** Turns a device of the camera stream on or off, and says so in its note. */
  async switch(kind: TrackKind, on: boolean): Promise<void> {
    this.#isOn[kind] = on;
    const streamId = kitStreamId(this.room, this.user.id, 'camera');
    this.turn(streamId, kind, on);
    const noted = this.sdk.setStreamExtraInfo(streamId, webKitNote(this.#isOn));
    await throwIfFailed(await inTime(noted, `${this.user.id} changes the note`));
  }

  /** What the kit shows of somebody; undefined while they publish no camera stream. */
  sees(userId: string): KitView | undefined {
    return webKitView(this.streamsOf(userId));
  }
}
