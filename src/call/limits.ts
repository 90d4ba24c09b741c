/**
 * How long, in ms, a call waits for what others are to do, so that nothing hangs whatever an engine does. They lie
 * beyond every limit that an engine keeps by itself (ZEGO's: 60 s for the SDK, then 15 s for the login). People are waited for without limit.
 */
export interface CallLimits {
  /** For an engine's code. */
  readonly load: number;
  readonly token: number;
  /** Between two renewals of the token, at least: an engine that dislikes a token asks for another at once. */
  readonly renewal: number;
  readonly join: number;
  readonly publish: number;
  readonly play: number;
  /** Before a stream that failed is played again; doubles with each failure. */
  readonly retry: number;
  /** For a message to be taken, and before that for its turn. */
  readonly message: number;
  readonly turn: number;
  /** For an engine to give back what it holds. */
  readonly close: number;
}

export const LIMITS: CallLimits = Object.freeze({
  load: 60_000,
  token: 10_000,
  renewal: 10_000,
  join: 90_000,
  publish: 20_000,
  play: 20_000,
  retry: 1_000,
  message: 20_000,
  turn: 20_000,
  close: 5_000,
});
