import { CallError } from '../engine/call-error.js';
import type { CallConfig, TokenReason } from './call-config.js';
import type { CallLimits } from './limits.js';
import { fetchToken } from './token-source.js';

export interface StayTokenOptions {
  /** The configuration as it is now: the same room, but maybe another token. */
  readonly current: () => CallConfig;
  readonly limits: Pick<CallLimits, 'token' | 'renewal'>;
  /** Aborts when the stay is over: nothing is asked for or given after that. */
  readonly signal: AbortSignal;
  /** Hands a token on to the engine. */
  readonly give: (token: string) => void;
  /** Another token could not be fetched. */
  readonly onFailed: (error: CallError) => void;
}

/**
 * The token of one stay in a room. An engine asks for another as soon as it dislikes the one it has, so there is a
 * limit to how often it is answered.
 */
export class StayToken {
  readonly #options: StayTokenOptions;
  /** The one in use. */
  #value = '';
  /** Whether the engine takes tokens already. */
  #open = false;
  /** One that was set before that. */
  #waiting = '';
  #renewing = false;
  #renewedAt = -Infinity;

  constructor(options: StayTokenOptions) {
    this.#options = options;
  }

  /** The token to join with. */
  async first(): Promise<string> {
    return (this.#value = await this.#fetch('join'));
  }

  /**
   * After a refused login, the token for its one repetition. Rejects with the refusal when that was not about the
   * token, or when there is no other one.
   */
  async another(refusal: unknown): Promise<string> {
    const { code } = CallError.from(refusal);
    if (code !== 'token-invalid' && code !== 'token-expired') throw refusal;
    if (!this.#canBeMade() && this.#options.current().token === this.#value) throw refusal;
    this.#waiting = '';
    return this.first();
  }

  /** From now on the engine takes tokens. */
  open(): void {
    this.#open = true;
    if (this.#waiting) this.set(this.#waiting);
  }

  /** The page has given another one. */
  set(token: string): void {
    if (!this.#open) {
      this.#waiting = token;
      return;
    }
    this.#value = token;
    this.#options.give(token);
  }

  /** The engine asks for another one: it gets one, and the next after a pause at the earliest. */
  expiring(): void {
    if (this.#renewing) return;
    this.#renewing = true;
    const { limits, signal } = this.#options;
    const pause = Math.max(0, this.#renewedAt + limits.renewal - performance.now());
    const timer = setTimeout(() => void this.#renew(), pause);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  async #renew(): Promise<void> {
    const { onFailed, signal } = this.#options;
    try {
      const token = await this.#fetch('renew');
      // Where there is no other token, nothing is told: the room may go on without, and tells when it does not.
      if (token !== this.#value) this.set(token);
    } catch (thrown) {
      if (!signal.aborted) onFailed(CallError.from(thrown));
    } finally {
      this.#renewing = false;
      this.#renewedAt = performance.now();
    }
  }

  /** Whether there is somebody to ask, or only what stands in the configuration. */
  #canBeMade(): boolean {
    const { tokenProvider, tokenUrl } = this.#options.current();
    return tokenProvider !== null || tokenUrl !== '';
  }

  #fetch(reason: TokenReason): Promise<string> {
    const { current, limits, signal } = this.#options;
    return fetchToken(current(), reason, signal, limits.token);
  }
}
