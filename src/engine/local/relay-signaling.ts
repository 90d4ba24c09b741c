import { CallError } from '../call-error.js';
import type { Signal } from './protocol.js';
import { RelaySocket, type RelayNews, type Welcome } from './relay-socket.js';
import type { OpenSignaling, Signaling, SignalingEvents } from './signaling.js';

/** Opens a socket to the relay; tests hand in another. */
export type OpenSocket = (url: string) => WebSocket;

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4_000;
const GIVE_UP_MS = 60_000;

/** Signalling through a WebSocket relay, for browsers that share nothing else. */
export function relaySignaling(
  server: string,
  openSocket: OpenSocket = (url) => new WebSocket(url),
): OpenSignaling {
  return async (room, peerId, events, signal) => {
    const signaling = new RelaySignaling(server, openSocket, room, peerId, events);
    signal.addEventListener('abort', () => signaling.close(), { once: true });
    await signaling.open();
    return signaling;
  };
}

class RelaySignaling implements Signaling {
  /** Given at the first welcome and kept: coming back does not make a member a newcomer. */
  since = 0;
  readonly #server: string;
  readonly #openSocket: OpenSocket;
  readonly #hello;
  readonly #events: SignalingEvents;
  readonly #closing = new AbortController();
  #socket: RelaySocket | undefined;

  constructor(server: string, openSocket: OpenSocket, room: string, peer: string, events: SignalingEvents) {
    this.#server = server;
    this.#openSocket = openSocket;
    this.#hello = { room, peer, key: crypto.randomUUID() };
    this.#events = events;
  }

  async open(): Promise<void> {
    this.since = (await this.#connect()).since;
  }

  send(data: Signal, to?: string): void {
    this.#socket?.forward(data, to);
  }

  close(): void {
    this.#closing.abort();
    this.#socket?.close();
  }

  async #connect(): Promise<Welcome> {
    const socket = new RelaySocket(this.#open(), this.#hello, (news) => this.#onNews(news));
    this.#socket = socket;
    const welcome = await socket.welcome;
    void socket.ended.then(() => this.#reconnect());
    return welcome;
  }

  #open(): WebSocket {
    try {
      const { protocol, href } = new URL(this.#server);
      if (protocol === 'ws:' || protocol === 'wss:') return this.#openSocket(href);
    } catch (cause) {
      throw invalidServer({ cause });
    }
    throw invalidServer({});
  }

  #onNews(news: RelayNews): void {
    if (this.#closing.signal.aborted) return;
    if (news.type === 'message') this.#events.received(news.from, news.data);
    else this.#events.gone(news.peer, news.clean ? 'left' : 'lost');
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closing;
    if (!signal.aborted) this.#events.down();
    const end = performance.now() + GIVE_UP_MS;
    for (let delay = FIRST_RETRY_MS; !signal.aborted; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      if (performance.now() > end) {
        return this.#events.failed(new CallError('network', 'The relay did not come back.'));
      }
      await untilOnlineOr(delay, signal);
      try {
        if (signal.aborted) return;
        const { peers } = await this.#connect();
        return this.#events.up(peers);
      } catch {
        // Not yet; the next attempt follows until we give up.
      }
    }
  }
}

function invalidServer(details: { cause?: unknown }): CallError {
  const text = 'The server of a local call is a ws: or wss: URL that this page may open.';
  return new CallError('invalid-config', text, { attribute: 'server', ...details });
}

/** Waits for a moment; a network that comes back ends it early. */
function untilOnlineOr(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const finish = (): void => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    globalThis.addEventListener('online', finish, { signal: over.signal });
    signal.addEventListener('abort', finish, { signal: over.signal });
  });
}
