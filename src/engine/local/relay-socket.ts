import { CallError } from '../call-error.js';
import { isObject, isText, parseJson } from './protocol.js';

/** What the relay says. */
type RelayMessage =
  | { readonly type: 'welcome'; readonly since: number; readonly peers: readonly string[] }
  | { readonly type: 'message'; readonly from: string; readonly data: unknown }
  | { readonly type: 'gone'; readonly peer: string; readonly clean: boolean };

export type Welcome = Extract<RelayMessage, { type: 'welcome' }>;
export type RelayNews = Exclude<RelayMessage, Welcome>;

export interface RelayHello {
  readonly room: string;
  readonly peer: string;
  /** Known to the relay alone: proves that it is the same member who comes back. */
  readonly key: string;
}

const OPEN_MS = 10_000;
/** The relay speaks every 15 seconds. */
const SILENCE_MS = 40_000;
/** The relay's close code for one member too many. */
const ROOM_FULL = 4001;

/** One WebSocket to the relay, from its hello to its end. */
export class RelaySocket {
  /** Resolves once the relay has let us in; rejects with `CallError` when it doesn't. */
  readonly welcome: Promise<Welcome>;
  /** Resolves when the socket is closed, by whomever, or has been silent for too long. */
  readonly ended: Promise<void>;
  readonly #socket: WebSocket;
  readonly #over = new AbortController();
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: WebSocket, hello: RelayHello, react: (news: RelayNews) => void) {
    this.#socket = socket;
    const { signal } = this.#over;
    this.ended = new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    this.welcome = new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      const read = ({ data }: MessageEvent): void => {
        this.#expectWord(SILENCE_MS);
        const message = parseRelayMessage(data);
        if (message?.type === 'welcome') resolve(message);
        else if (message) react(message);
      };
      socket.addEventListener('message', read, { signal });
    });
    socket.addEventListener('open', () => this.#send({ type: 'hello', ...hello }), { signal });
    socket.addEventListener('close', ({ code }) => this.#end(refusal(code)), { signal });
    this.#expectWord(OPEN_MS);
  }

  forward(data: unknown, to?: string): void {
    this.#send({ type: 'send', to, data });
  }

  /** Closing in good order is the goodbye: the relay tells the others. */
  close(): void {
    this.#end(new CallError('aborted', 'The connection to the relay was given up.'));
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #expectWord(milliseconds: number): void {
    clearTimeout(this.#deadline);
    const silent = (): void => this.#end(new CallError('network', 'The relay does not answer.'));
    this.#deadline = setTimeout(silent, milliseconds);
  }

  #end(reason: CallError): void {
    clearTimeout(this.#deadline);
    this.#over.abort(reason);
    this.#socket.close(1000);
  }
}

function refusal(code: number): CallError {
  const details = { engineCode: code };
  if (code === ROOM_FULL) return new CallError('room-full', 'The relay lets no more people in.', details);
  return new CallError('network', 'There is no connection to the relay.', details);
}

function parseRelayMessage(data: unknown): RelayMessage | undefined {
  const value = parseJson(data);
  return isRelayMessage(value) ? value : undefined;
}

function isRelayMessage(value: unknown): value is RelayMessage {
  if (!isObject(value)) return false;
  if (value.type === 'message') return isText(value.from, 64);
  if (value.type === 'gone') return isText(value.peer, 64) && typeof value.clean === 'boolean';
  return value.type === 'welcome' && Number.isFinite(value.since) && Array.isArray(value.peers);
}
