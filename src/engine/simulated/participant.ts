import type {
  EngineEvent,
  HostAction,
  Layer,
  Message,
  MessageKind,
  QualityGrade,
  StreamSource,
  TrackKind,
  User,
} from '../call-engine.js';
import { createStreamId } from '../stream-id.js';
import { portrait, PORTRAIT_SIZE } from './portrait.js';
import type { Member, Room } from './room.js';
import { RoomStream, type OpenTrack } from './room-stream.js';
import { seededNumbers } from './seed.js';
import type { ParticipantStream, SimulatedParticipant, SimulatedSignal } from './simulated-world.js';
import { slides, SLIDES_SIZE } from './slides.js';
import type { SyntheticMedia, Tone } from './synthetic-media.js';

/** Milliseconds for which one level of a script lasts. */
const LEVEL_STEP = 200;

/** What is called with messages and signals of others. */
interface Ears {
  hear(message: Message): void;
  hearSignal(signal: SimulatedSignal): void;
}

/** Somebody whom a script moves. Pictures and tones are made only while an engine plays them. */
export class Participant implements SimulatedParticipant, Member {
  readonly #room: Room;
  readonly #media: SyntheticMedia;
  readonly #ears: Ears;
  readonly #streams = new Map<StreamSource, RoomStream>();
  readonly #tones = new Set<Tone>();
  #level = 0;
  #script: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly user: User,
    room: Room,
    media: SyntheticMedia,
    ears: Ears,
  ) {
    this.#room = room;
    this.#media = media;
    this.#ears = ears;
  }

  publish({ source = 'camera', audio = true, video = true, picture = true }: ParticipantStream = {}): string {
    this.unpublish(source);
    const streamId = createStreamId(this.#room.name, this.user, source);
    const stream = new RoomStream(streamId, this.user, source, { audio, video }, (kind) => {
      if (kind === 'audio') return this.#openTone();
      return picture ? this.#openPicture(source) : undefined;
    });
    stream.level = this.#level;
    this.#streams.set(source, stream);
    this.#room.addStream(stream);
    return streamId;
  }

  unpublish(source: StreamSource = 'camera'): void {
    const stream = this.#streams.get(source);
    if (!stream) return;
    this.#streams.delete(source);
    this.#room.removeStream(stream.streamId);
  }

  mute(kind: TrackKind, source: StreamSource = 'camera'): void {
    this.#setOn(kind, source, false);
  }

  unmute(kind: TrackKind, source: StreamSource = 'camera'): void {
    this.#setOn(kind, source, true);
  }

  speak(level: number | readonly number[]): void {
    clearInterval(this.#script);
    if (typeof level === 'number') {
      this.#setLevel(level);
      return;
    }
    const [first = 0, ...rest] = level;
    this.#setLevel(first);
    this.#script = setInterval(() => {
      const next = rest.shift();
      this.#setLevel(next ?? 0);
      if (next === undefined) clearInterval(this.#script);
    }, LEVEL_STEP);
  }

  say(text: string, kind: MessageKind = 'reliable'): void {
    this.#room.say(this.user, text, kind);
  }

  command(action: HostAction, userId: string): void {
    this.#room.command(this.user, action, userId);
  }

  signal(text: string, to?: readonly string[]): void {
    this.#room.signal(this.user, text, to);
  }

  quality(up: QualityGrade, down: QualityGrade): void {
    this.#room.setQuality(this.user.id, up, down);
  }

  layerWanted(source: StreamSource = 'camera'): Layer {
    return this.#streams.get(source)?.layerWanted ?? 'high';
  }

  leave(): void {
    clearInterval(this.#script);
    this.#streams.clear();
    this.#room.dismiss(this);
  }

  receive(event: EngineEvent): void {
    if (event.type === 'message') this.#ears.hear(event.message);
    if (event.type === 'signal') this.#ears.hearSignal(event);
  }

  putOut(): void {
    this.leave();
  }

  streamEnded({ streamId }: RoomStream): void {
    for (const [source, stream] of this.#streams)
      if (stream.streamId === streamId) this.#streams.delete(source);
  }

  /** Participants play nothing, and measure nothing. */
  playFailed(): boolean {
    return false;
  }

  reportStats(): void {}

  #setOn(kind: TrackKind, source: StreamSource, on: boolean): void {
    const stream = this.#streams.get(source);
    if (stream) this.#room.setStreamOn(stream, kind, on);
  }

  #setLevel(level: number): void {
    this.#level = level;
    for (const stream of this.#streams.values()) stream.level = level;
    for (const tone of this.#tones) tone.setLevel(level);
  }

  #openPicture(source: StreamSource): OpenTrack {
    const track =
      source === 'screen'
        ? this.#media.openPicture(slides(this.user.id), SLIDES_SIZE)
        : this.#media.openPicture(portrait(this.user.id), PORTRAIT_SIZE);
    return { track, close: () => track.stop() };
  }

  #openTone(): OpenTrack {
    const frequency = 140 + seededNumbers(this.user.id)() * 160;
    const tone = this.#media.openTone(frequency, this.#level);
    this.#tones.add(tone);
    const close = () => {
      this.#tones.delete(tone);
      tone.track.stop();
    };
    return { track: tone.track, close };
  }
}
