import { CallError } from '../engine/call-error.js';
import type { CallEngine } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { type DeviceState, OFF, ON, TURNING_ON } from './call-state.js';
import { captureScreen } from './capture.js';
import { aborted, untilAborted } from './deadline.js';
import { type Outgoing, PublishedStream } from './published-stream.js';
import type { SessionEvent } from './call-event.js';
import { type ScreenQuality, screenQuality, type ScreenQualityName } from './screen-quality.js';
import { Serial } from './serial.js';

/** Our screen as a stream beside the camera. There is one only while a room is connected. */
export class ScreenShare {
  readonly #devices: () => Promise<CaptureDevices>;
  readonly #report: (event: SessionEvent) => void;
  readonly #publishLimit: number;
  readonly #serial = new Serial();
  /** Aborted by `disconnect`: nothing waits for a room that was left, nor for a screen for it. */
  #room = new AbortController();
  /** Gives up the picker, which may never be answered. */
  #picker = new AbortController();
  #engine: CallEngine | null = null;
  #screen: MediaStream | null = null;
  #stream: PublishedStream | null = null;

  constructor(
    devices: () => Promise<CaptureDevices>,
    report: (event: SessionEvent) => void,
    publishLimit: number,
  ) {
    this.#devices = devices;
    this.#report = report;
    this.#publishLimit = publishLimit;
  }

  connect(engine: CallEngine): void {
    this.#engine = engine;
  }

  disconnect(): void {
    this.#engine = null;
    this.#room.abort();
    this.#room = new AbortController();
    this.#end();
  }

  /** Ends by itself when the person stops it in the browser's own bar. Rejects with `CallError`. */
  start(wanted: ScreenQualityName | ScreenQuality): Promise<void> {
    const { signal } = this.#room;
    return this.#serial.run(() => this.#start(screenQuality(wanted), signal));
  }

  stop(): Promise<void> {
    const { signal } = this.#room;
    this.#picker.abort();
    return this.#serial.run(async () => {
      const stream = this.#stream;
      this.#end();
      if (stream && !signal.aborted) await untilAborted(stream.stop(), signal).catch(unlessAborted);
    });
  }

  /** The engine reported one of our publications as over. A screen that nobody sees is not shared. */
  publicationEnded(streamId: string, error: CallError): void {
    if (this.#stream?.ended(streamId, error)) this.#end();
  }

  async #start(quality: ScreenQuality, signal: AbortSignal): Promise<void> {
    if (this.#screen) return;
    const engine = this.#engine;
    if (!engine || signal.aborted)
      throw new CallError('aborted', 'A screen can be shared only during a call');
    this.#show(TURNING_ON);
    try {
      const screen = await this.#capture(quality, signal);
      const stream = new PublishedStream(engine, () => outgoing(screen), {
        source: 'screen',
        limit: this.#publishLimit,
        maxBitrate: quality.bitrate,
        ...(quality.codec === undefined ? {} : { codec: quality.codec }),
      });
      this.#screen = screen;
      this.#stream = stream;
      await untilAborted(stream.update(), signal);
      if (this.#stream === stream) this.#show(ON);
    } catch (thrown) {
      const error = CallError.from(thrown);
      this.#end();
      if (error.code !== 'aborted') this.#report({ type: 'notice', error });
      throw error;
    }
  }

  async #capture(quality: ScreenQuality, room: AbortSignal): Promise<MediaStream> {
    this.#picker = new AbortController();
    const signal = AbortSignal.any([room, this.#picker.signal]);
    const capturing = this.#devices().then((devices) => captureScreen(devices, quality));
    capturing.then(
      (late) => signal.aborted && endTracks(late),
      () => undefined,
    );
    const screen = await untilAborted(capturing, signal);
    const [picture] = screen.getVideoTracks();
    if (signal.aborted || picture?.readyState === 'ended') {
      endTracks(screen);
      throw aborted();
    }
    picture?.addEventListener('ended', () => void this.stop().catch(() => undefined), {
      signal: room,
    });
    return screen;
  }

  #end(): void {
    if (this.#screen) endTracks(this.#screen);
    this.#screen = this.#stream = null;
    this.#show(OFF);
  }

  #show(state: DeviceState): void {
    this.#report({ type: 'device', device: 'screen', state });
  }
}

function outgoing(media: MediaStream): Outgoing {
  const [audio = null] = media.getAudioTracks();
  const [video = null] = media.getVideoTracks();
  return { audio: { track: audio, on: audio !== null }, video: { track: video, on: video !== null } };
}

function endTracks(media: MediaStream): void {
  for (const track of media.getTracks()) track.stop();
}

function unlessAborted(error: CallError): void {
  if (error.code !== 'aborted') throw error;
}
