/**
 * How long, in ms, a call waits for devices and engines, so that no promise stays pending whatever they do. Each lies beyond
 * what an engine allows itself for the same (15 s for ZEGO's login, 24 s for its messages). A person who is
 * being asked for a device may take longer: the command that asked rejects, but the question stays open until it is answered
 * or the device is turned off.
 */
export interface CallLimits {
  /** For an engine's code, its SDK included. */
  readonly load: number;
  readonly token: number;
  /** Between two renewals of the token, at least: an engine that dislikes a token asks for another at once. */
  readonly renewal: number;
  /** For camera and microphone, when joining: after that the room is entered, and they follow once they are there. */
  readonly capture: number;
  /** For the answer to a prompt, before the next one is opened beside it. */
  readonly prompt: number;
  /** For a command that turns a device on or off, or changes it. */
  readonly command: number;
  readonly join: number;
  /** For an engine to publish or play a stream, or to report that it is retrying; then it decides when to give up. */
  readonly publish: number;
  readonly play: number;
  /** Before a stream that failed is played again; doubles with each failure. */
  readonly retry: number;
  /** Between two times that what has failed is tried again because the network has recovered, at least. */
  readonly recovery: number;
  /** For a message to be taken, the wait for its turn included. */
  readonly message: number;
  /** For an engine to give back what it holds. */
  readonly close: number;
}

export const LIMITS: CallLimits = Object.freeze({
  load: 60_000,
  token: 10_000,
  renewal: 10_000,
  capture: 5_000,
  prompt: 3_000,
  command: 20_000,
  join: 18_000,
  publish: 18_000,
  play: 20_000,
  retry: 1_000,
  recovery: 10_000,
  message: 26_000,
  close: 5_000,
});
