import { openBroadcastSignaling } from '../../src/engine/local/broadcast-signaling.js';
import { relaySignaling } from '../../src/engine/local/relay-signaling.js';
import type { OpenSignaling, Signaling, SignalingEvents } from '../../src/engine/local/signaling.js';
import { RelayRooms, type RelayConnection } from '../../tools/relay-rooms.mjs';
import type { TestWay } from './local-stage.js';

const CANDIDATES = /^a=(candidate:.*|end-of-candidates)\r\n/gm;

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

/** A way over which members meet, but learn no address of each other: there is no path between them. */
export class PathlessWay implements TestWay {
  readonly open: OpenSignaling;
  readonly #way = new BroadcastWay();
  readonly #held: (() => void)[] = [];
  #holding = true;

  constructor() {
    this.open = filtered(this.#way.open, (data, pass) => this.#filter(data, pass));
  }

  /** Lets the members connect. */
  release(): void {
    this.#holding = false;
    for (const pass of this.#held.splice(0)) pass();
  }

  /** Loses the addresses so far, and lets later ones pass. */
  lose(): void {
    this.#holding = false;
    this.#held.length = 0;
  }

  drop(): void {
    this.#way.drop();
  }

  restore(): void {
    this.#way.restore();
  }

  #filter<T>(data: T, pass: (data: T) => void): void {
    if (!this.#holding) return pass(data);
    const { description, type } = data as { type?: string; description?: RTCSessionDescriptionInit };
    if (type === 'candidate') this.#held.push(() => pass(data));
    else if (!description) pass(data);
    else pass({ ...data, description: { ...description, sdp: description.sdp?.replace(CANDIDATES, '') } });
  }
}

/** Signalling with a filter for all that is sent and received: `pass` lets something through. */
function filtered(open: OpenSignaling, filter: <T>(data: T, pass: (data: T) => void) => void): OpenSignaling {
  return async (room, peerId, events, signal) => {
    const filteredEvents: SignalingEvents = {
      received: (from, data) => filter(data, (passed) => events.received(from, passed)),
      gone: (from, how) => events.gone(from, how),
      down: () => events.down(),
      up: (peerIds) => events.up(peerIds),
      failed: (error) => events.failed(error),
    };
    const signaling = await open(room, peerId, filteredEvents, signal);
    return {
      since: signaling.since,
      send: (data, to) => filter(data, (passed) => signaling.send(passed, to)),
      close: () => signaling.close(),
    };
  };
}

/** A relay in the page: the rooms of the real one, behind sockets that need no network. */
export class PageRelay {
  readonly #rooms = new RelayRooms();

  connect(socket: PageSocket): RelayConnection {
    return this.#rooms.connect({
      send: (text) => queueTask(() => socket.deliver(text)),
      close: (code) => queueTask(() => socket.lose(code)),
    });
  }
}

/** The part of a WebSocket that is used, to a relay in the page. */
class PageSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  readonly #connection: RelayConnection;

  constructor(relay: PageRelay) {
    super();
    this.#connection = relay.connect(this);
    queueTask(() => {
      if (this.readyState !== WebSocket.CONNECTING) return;
      this.readyState = WebSocket.OPEN;
      this.dispatchEvent(new Event('open'));
    });
  }

  send(text: string): void {
    queueTask(() => this.#connection.receive(text));
  }

  /** The page closes it. */
  close(code: number): void {
    queueTask(() => this.#connection.disconnect(code === 1000));
    this.lose(code);
  }

  deliver(text: string): void {
    if (this.readyState === WebSocket.OPEN) this.dispatchEvent(new MessageEvent('message', { data: text }));
  }

  /** It breaks; the relay notices as well. */
  lose(code: number): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    if (code !== 1000) this.#connection.disconnect(false);
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}

/** The way through a relay, with a cable to pull: sockets break, and new ones fail until it is plugged in. */
export class RelayWay implements TestWay {
  readonly open: OpenSignaling;
  readonly #sockets = new Set<PageSocket>();
  #down = false;

  constructor(relay: PageRelay) {
    this.open = relaySignaling('ws://relay.test/', () => {
      const socket = new PageSocket(relay);
      this.#sockets.add(socket);
      if (this.#down) queueTask(() => socket.lose(1006));
      return socket as unknown as WebSocket;
    });
  }

  drop(): void {
    this.#down = true;
    for (const socket of this.#sockets) socket.lose(1006);
    this.#sockets.clear();
  }

  restore(): void {
    this.#down = false;
  }
}

/** Later and in order, as from a network. */
function queueTask(task: () => void): void {
  setTimeout(task);
}
