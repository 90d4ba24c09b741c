import { CallError } from '../engine/call-error.js';
import type { CallEngine, EngineEvent, Layer } from '../engine/call-engine.js';
import { isFinal } from './final-errors.js';
import type { CallLimits } from './limits.js';
import type { CallEvent } from './call-event.js';

export interface PlaybackOptions {
  readonly engine: CallEngine;
  readonly report: (event: CallEvent) => void;
  readonly limits: CallLimits;
}

/** How often a stream that fails is tried again, with pauses that double: 31 s in all from a first one of 1 s. */
const RETRIES = 5;
/** What has played this long, in ms, was well: what fails after that has all its retries before it. */
const STEADY = 30_000;

/** One stream of the room on its way into a `MediaStream`: played, tried again when that fails, stopped at once. */
export class StreamPlayback {
  readonly #streamId: string;
  readonly #options: PlaybackOptions;
  #status: 'new' | 'playing' | 'pausing' | 'failed' | 'resting' = 'new';
  #attempt = new AbortController();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Whether it is pointless to play what has failed again. */
  #isFinal = false;
  /** Whether the engine is retrying by itself: when it gives up, that is final. */
  #engineRetries = false;
  #playsSince: number | null = null;
  #layer: Layer = 'high';

  constructor(streamId: string, options: PlaybackOptions) {
    this.#streamId = streamId;
    this.#options = options;
  }

  /** Plays the stream, unless it plays already, and receives that layer of it. */
  play(layer: Layer): void {
    const changes = layer !== this.#layer;
    this.#layer = layer;
    if (this.#status === 'new' || this.#status === 'resting') this.#begin();
    else if (changes && this.#status === 'playing') this.#receive();
  }

  /** Receives nothing of the stream, which stays in the room. */
  rest(): void {
    if (this.#status === 'resting') return;
    const { report } = this.#options;
    const wasNew = this.#status === 'new';
    this.stop();
    if (!wasNew) report({ type: 'stream-stopped', streamId: this.#streamId, play: 'pending', problem: null });
  }

  stop(): void {
    this.#status = 'resting';
    this.#end();
  }

  /** Does so by itself, because the network has recovered, unless that is pointless. */
  recover(): void {
    if (!this.#isFinal) this.tryAgain();
  }

  /** Plays the stream again now if that has failed, or waits for its next turn. */
  tryAgain(): void {
    if (this.#status !== 'pausing' && this.#status !== 'failed') return;
    const { report } = this.#options;
    if (this.#status === 'failed')
      report({ type: 'stream-stopped', streamId: this.#streamId, play: 'retrying', problem: null });
    this.#begin();
  }

  /** What the engine says of the stream; what it says of one that isn't played comes too late. */
  heard(event: Extract<EngineEvent, { type: 'play-state' }>): void {
    if (this.#status !== 'playing') return;
    if (event.state === 'failed')
      return this.#fail(event.error ?? new CallError('engine', 'The stream ended for no reason given'));
    this.#engineRetries = event.state === 'retrying';
    if (this.#engineRetries) clearTimeout(this.#timeout);
    this.#options.report(event);
  }

  #begin(): void {
    this.#failures = 0;
    clearTimeout(this.#retry);
    void this.#start();
  }

  async #start(): Promise<void> {
    const { engine, limits, report } = this.#options;
    const attempt = (this.#attempt = new AbortController());
    const [{ signal }, streamId] = [attempt, this.#streamId];
    this.#status = 'playing';
    this.#engineRetries = false;
    this.#timeout = setTimeout(
      () => this.#fail(new CallError('timeout', `Playing took longer than ${limits.play / 1000} s`)),
      limits.play,
    );
    try {
      const playing = engine.play(streamId, signal);
      // At once, so that nothing is on its way that nobody sees.
      if (this.#layer !== 'high') this.#receive();
      const media = await playing;
      if (signal.aborted) return;
      clearTimeout(this.#timeout);
      this.#engineRetries = false;
      this.#playsSince = performance.now();
      report({ type: 'stream-media', streamId, media });
    } catch (thrown) {
      if (!signal.aborted) this.#fail(CallError.from(thrown));
    }
  }

  #receive(): void {
    this.#options.engine.receive(this.#streamId, this.#layer);
  }

  #fail(problem: CallError): void {
    const { limits, report } = this.#options;
    if (this.#playsSince !== null && performance.now() - this.#playsSince >= STEADY) this.#failures = 0;
    this.#end();
    this.#isFinal = isFinal(problem);
    const again = this.#failures < RETRIES && !this.#engineRetries && !this.#isFinal;
    this.#status = again ? 'pausing' : 'failed';
    if (again) this.#retry = setTimeout(() => void this.#start(), limits.retry * 2 ** this.#failures);
    this.#failures += 1;
    const play = again ? 'retrying' : 'failed';
    report({ type: 'stream-stopped', streamId: this.#streamId, play, problem });
  }

  #end(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#timeout);
    this.#playsSince = null;
    this.#attempt.abort();
    this.#options.engine.stop(this.#streamId);
  }
}
