import type { PublicationEvent, StreamSource } from '../call-engine.js';
import type { CallError } from '../call-error.js';

/** Reports how one of our streams fares. */
export class PublicationReports {
  readonly #source: StreamSource;
  readonly #report: (event: PublicationEvent) => void;
  /** Whether that is what was reported last. */
  #retrying = false;

  constructor(source: StreamSource, report: (event: PublicationEvent) => void) {
    this.#source = source;
    this.#report = report;
  }

  publishing(streamId: string): void {
    this.#is(streamId, 'publishing');
  }

  /** Others get nothing for now. */
  retrying(streamId: string, error?: CallError): void {
    this.#is(streamId, 'retrying', error);
  }

  /** We have ended it, which is of interest only to those who know that others got nothing. */
  stopped(streamId: string): void {
    if (this.#retrying) this.#is(streamId, 'stopped');
  }

  ended(streamId: string, error: CallError): void {
    this.#retrying = false;
    this.#report({ type: 'publication-ended', streamId, source: this.#source, error });
  }

  #is(streamId: string, state: 'publishing' | 'retrying' | 'stopped', error?: CallError): void {
    this.#retrying = state === 'retrying';
    const source = this.#source;
    this.#report({ type: 'publish-state', streamId, source, state, ...(error && { error }) });
  }
}
