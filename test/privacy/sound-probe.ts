import { connections, UncountedConnection } from '../contract/local-connections.js';
import { LOUD, QUIET } from './marked-tone.js';

/** Listens to one track without a gap. */
export interface SoundProbe {
  /** Whether a loud sample came since the last poll but one. */
  readonly isLoud: boolean;
  /** Whether something came, but nothing loud, between the last two polls. */
  readonly isQuiet: boolean;
  /** Looks at everything that came since the last poll. */
  poll(): Promise<void> | void;
  close(): void;
}

/** @param context null where Web Audio does not run; statistics of a connection measure the sound then. */
export function probeSound(track: MediaStreamTrack, context: AudioContext | null): SoundProbe {
  return context ? new SampleProbe(track, context) : new EnergyProbe(track);
}

const LIMITS = { loud: LOUD / 2, quiet: QUIET / 4 };

/** Looks at each sample. */
class SampleProbe implements SoundProbe {
  isLoud = false;
  isQuiet = false;
  readonly #context: AudioContext;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  /** Chromium lets nobody hear a track that was received before an element plays it. */
  readonly #sink = document.createElement('audio');
  #seen: number;

  constructor(track: MediaStreamTrack, context: AudioContext) {
    const stream = new MediaStream([track]);
    this.#context = context;
    this.#seen = context.currentTime;
    this.#analyser = new AnalyserNode(context, { fftSize: 32_768 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.#source.connect(this.#analyser);
    Object.assign(this.#sink, { autoplay: true, muted: true, srcObject: stream });
  }

  poll(): void {
    const { currentTime, sampleRate } = this.#context;
    const count = Math.ceil((currentTime - this.#seen) * sampleRate);
    if (count === 0) return;
    this.#seen = currentTime;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let peak = 0;
    for (const sample of this.#samples.subarray(-Math.min(count, this.#samples.length)))
      peak = Math.max(peak, Math.abs(sample));
    this.isLoud = peak > LIMITS.loud;
    this.isQuiet = peak > LIMITS.quiet && !this.isLoud;
  }

  close(): void {
    this.#source.disconnect();
    this.#sink.srcObject = null;
  }
}

interface InboundSound {
  readonly type: string;
  readonly totalAudioEnergy?: number;
  readonly totalSamplesDuration?: number;
}

/** A tone of amplitude 1 has an energy of 1 in a second: Firefox counts the square of the peak. */
const ENERGY = { loud: 0.001, quietPerSecond: QUIET ** 2 };

/** Adds up the energy, as the receiver of a connection counts it: the one that the track comes from, or one of our own. */
class EnergyProbe implements SoundProbe {
  isLoud = false;
  isQuiet = false;
  readonly #loopback: readonly RTCPeerConnection[] = [];
  readonly #receiver: () => RTCRtpReceiver | undefined;
  readonly #sink = document.createElement('audio');
  #energy = 0;
  #duration = 0;
  #polling: Promise<void> | null = null;

  constructor(track: MediaStreamTrack) {
    const received = connections.receiverOf(track);
    if (received) {
      this.#receiver = () => received;
      return;
    }
    const [from, to] = (this.#loopback = [new UncountedConnection(), new UncountedConnection()]);
    Object.assign(this.#sink, { autoplay: true, muted: true });
    to!.addEventListener('track', ({ streams, track: heard }) => {
      this.#sink.srcObject = streams[0] ?? new MediaStream([heard]);
    });
    this.#receiver = () => to!.getReceivers()[0];
    void connect(from!, to!, track);
  }

  poll(): Promise<void> {
    return (this.#polling ??= this.#poll().finally(() => (this.#polling = null)));
  }

  close(): void {
    this.#sink.srcObject = null;
    for (const connection of this.#loopback) connection.close();
  }

  async #poll(): Promise<void> {
    const report = (await this.#receiver()?.getStats()) as ReadonlyMap<string, InboundSound> | undefined;
    const inbound = [...(report?.values() ?? [])].find(({ type }) => type === 'inbound-rtp');
    const { totalAudioEnergy: energy = 0, totalSamplesDuration: duration = 0 } = inbound ?? {};
    const [gain, seconds] = [energy - this.#energy, duration - this.#duration];
    [this.#energy, this.#duration] = [energy, duration];
    if (seconds <= 0) return;
    this.isLoud = gain > ENERGY.loud + 2 * ENERGY.quietPerSecond * seconds;
    this.isQuiet = !this.isLoud && gain > (ENERGY.quietPerSecond * seconds) / 16;
  }
}

async function connect(
  from: RTCPeerConnection,
  to: RTCPeerConnection,
  track: MediaStreamTrack,
): Promise<void> {
  from.addEventListener('icecandidate', ({ candidate }) => void (candidate && to.addIceCandidate(candidate)));
  to.addEventListener('icecandidate', ({ candidate }) => void (candidate && from.addIceCandidate(candidate)));
  from.addTrack(track);
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription!);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription!);
}
