import type { Publication, StreamSource, TrackKind } from '../../src/engine/call-engine.js';
import { objectIn } from '../../src/engine/zego/sdk-values.js';
import { eventually } from '../support/wait.js';

/** What a kit shows of somebody: the first of their streams, an avatar unless the camera is open, and their screen. */
export interface KitView {
  readonly name: string;
  readonly camera: 'OPEN' | 'MUTE';
  readonly microphone: 'OPEN' | 'MUTE';
  /** Whether a shared screen is shown as one. */
  readonly screen: boolean;
}

/** A stream of somebody, as the SDK describes it to a kit. */
export interface KitStream {
  readonly id: string;
  readonly name: string;
  readonly extraInfo: string;
}

const ENDING: Readonly<Record<StreamSource, string>> = { camera: 'main', screen: 'screensharing' };

/** Returns the stream ID that all kits use. */
export function kitStreamId(room: string, userId: string, source: StreamSource): string {
  return `${room}_${userId}_${ENDING[source]}`;
}

/** Returns the note that the kit for the Web writes about a camera stream. */
export function webKitNote({ audio, video }: Readonly<Record<TrackKind, boolean>>): string {
  return JSON.stringify({ isCameraOn: video, isMicrophoneOn: audio, hasVideo: true, hasAudio: true });
}

export const WEB_KIT_SCREEN_NOTE = JSON.stringify({ isCameraOn: true, isMicrophoneOn: true, hasVideo: true });

/** Returns what the kit for the Web shows of somebody with these streams; undefined without a camera stream. */
export function webKitView(streams: readonly KitStream[]): KitView | undefined {
  const noted = streams.map(({ id, name, extraInfo }) => ({ id, name, note: objectIn(extraInfo) ?? {} }));
  const shown = noted.find(({ id }) => !id.includes('_screensharing'));
  const screen = noted.some(({ id, note }) => id.includes('_screensharing') && Boolean(note.isCameraOn));
  if (!shown) return undefined;
  const { name, note } = shown;
  return {
    name,
    camera: note.isCameraOn ? 'OPEN' : 'MUTE',
    microphone: note.isMicrophoneOn ? 'OPEN' : 'MUTE',
    screen,
  };
}

/** Mutes and unmutes our stream, and waits each time until the kit shows it. */
export async function expectDevicesFollowed(
  publication: Publication,
  view: () => KitView | undefined,
): Promise<void> {
  const shows = (camera: KitView['camera'], microphone: KitView['microphone']) =>
    eventually(() => {
      const now = view();
      return now?.camera === camera && now.microphone === microphone;
    }, `the kit shows ${camera} and ${microphone}`);
  await shows('OPEN', 'OPEN');
  await publication.setMuted('video', true);
  await shows('MUTE', 'OPEN');
  await publication.setMuted('audio', true);
  await shows('MUTE', 'MUTE');
  await publication.setMuted('video', false);
  await shows('OPEN', 'MUTE');
}
