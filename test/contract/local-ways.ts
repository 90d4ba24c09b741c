import { openBroadcastSignaling } from '../../src/engine/local/broadcast-signaling.js';
import type { OpenSignaling, Signaling } from '../../src/engine/local/signaling.js';
import type { TestWay } from './local-stage.js';

/** BroadcastChannel, which never fails by itself, made to fail. */
export class BroadcastWay implements TestWay {
  #down = false;
  #report: { down(): void; up(peerIds: readonly string[]): void } | undefined;
  readonly #present = new Set<string>();

  readonly open: OpenSignaling = async (room, peerId, events, signal): Promise<Signaling> => {
    const signaling = await openBroadcastSignaling(
      room,
      peerId,
      {
        received: (from, data) => {
          this.#present.add(from);
          if (!this.#down) events.received(from, data);
        },
        gone: (from, how) => {
          this.#present.delete(from);
          if (!this.#down) events.gone(from, how);
        },
        down: () => events.down(),
        up: (peerIds) => events.up(peerIds),
        failed: (error) => events.failed(error),
      },
      signal,
    );
    this.#report = events;
    return {
      since: signaling.since,
      send: (data, to) => {
        if (!this.#down) signaling.send(data, to);
      },
      close: () => {
        this.#report = undefined;
        signaling.close();
      },
    };
  };

  drop(): void {
    this.#down = true;
    this.#report?.down();
  }

  restore(): void {
    this.#down = false;
    this.#report?.up([...this.#present]);
  }
}
