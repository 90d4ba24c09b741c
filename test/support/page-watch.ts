import { expect } from '@open-wc/testing';
import { eventually } from './wait.js';

/** What a page holds open at one moment. What belongs to nobody must be the same before and after a call. */
export interface Holdings {
  readonly styleSheets: number;
  readonly adoptedStyleSheets: number;
  readonly headElements: number;
  readonly bodyElements: number;
  readonly listeners: readonly string[];
  /** Each that observes anything, by its class, and all that it observes. */
  readonly observers: readonly string[];
  /** Each as how long it was set for, the shortest first. */
  readonly timers: readonly string[];
  readonly liveTracks: number;
  readonly audioContexts: number;
  readonly peerConnections: number;
  readonly broadcastChannels: number;
  readonly sockets: number;
}

type Openable = 'tracks' | 'audioContexts' | 'peerConnections' | 'broadcastChannels' | 'sockets';
type Anything = (...parameters: never[]) => unknown;
type Patch = () => void;

const OBSERVERS = [
  'IntersectionObserver',
  'MutationObserver',
  'PerformanceObserver',
  'ResizeObserver',
] as const;
interface Observer {
  observe(target: unknown, options?: unknown): void;
  unobserve?(target: unknown): void;
  disconnect(): void;
}

/**
 * Watches everything that a page can leave open, from its construction until `end`. It looks at the platform itself,
 * not at our code: what is opened by any way at all is counted.
 */
export class PageWatch {
  readonly #patches: Patch[] = [];
  readonly #listeners = new Map<EventTarget, Map<string, Set<unknown>>>();
  readonly #names = new Map<EventTarget, string>();
  readonly #observed = new Map<Observer, Set<unknown>>();
  readonly #timers = new Map<unknown, number>();
  /** Those of the timers that go on by themselves. */
  readonly #intervals = new Set<unknown>();
  readonly #tracks = new Set<MediaStreamTrack>();
  readonly #contexts = new Set<AudioContext>();
  readonly #connections = new Set<RTCPeerConnection>();
  readonly #channels = new Set<BroadcastChannel>();
  readonly #sockets = new Set<WebSocket>();
  #channelsMade = 0;

  constructor() {
    this.#watchListeners();
    for (const name of OBSERVERS) this.#watchObservers(window[name].prototype);
    this.#watchTimers('setTimeout', 'clearTimeout', true);
    this.#watchTimers('setInterval', 'clearInterval', false);
    this.#watchTracks();
    this.#watchConstructor('AudioContext', this.#contexts);
    this.#watchConstructor('RTCPeerConnection', this.#connections);
    this.#watchConstructor('BroadcastChannel', this.#channels);
    this.#watchConstructor('WebSocket', this.#sockets);
    const channels = this.#channels;
    this.#patch(BroadcastChannel.prototype, 'close', (close) => {
      return function (this: BroadcastChannel): void {
        channels.delete(this);
        close.call(this);
      };
    });
  }

  get holdings(): Holdings {
    return {
      styleSheets: document.styleSheets.length,
      adoptedStyleSheets: document.adoptedStyleSheets.length,
      headElements: document.head.querySelectorAll('*').length,
      bodyElements: document.body.querySelectorAll('*').length,
      listeners: this.#openListeners(),
      observers: [...this.#observed].map(([observer, targets]) => observation(observer, targets)).sort(),
      timers: [...this.#timers.values()].sort((a, b) => a - b).map((delay) => `${delay} ms`),
      liveTracks: this.liveTracks.length,
      audioContexts: [...this.#contexts].filter(({ state }) => state !== 'closed').length,
      peerConnections: [...this.#connections].filter(({ signalingState }) => signalingState !== 'closed')
        .length,
      broadcastChannels: this.#channels.size,
      sockets: [...this.#sockets].filter(({ readyState }) => readyState < WebSocket.CLOSING).length,
    };
  }

  /** How many of each have ever been opened: a leak test in which nothing was opened proves nothing. */
  get opened(): Readonly<Record<Openable, number>> {
    return {
      tracks: this.#tracks.size,
      audioContexts: this.#contexts.size,
      peerConnections: this.#connections.size,
      broadcastChannels: this.#channelsMade,
      sockets: this.#sockets.size,
    };
  }

  /** How many intervals are running. */
  get intervals(): number {
    return this.#intervals.size;
  }

  get liveTracks(): readonly MediaStreamTrack[] {
    return [...this.#tracks].filter(({ readyState }) => readyState === 'live');
  }

  /**
   * Resolves when the page holds that again; else says what it holds instead.
   * @param seen what of it counts; by default all.
   */
  async becomes(before: Holdings, seen: (holdings: Holdings) => object = (all) => all): Promise<void> {
    const same = (): boolean => JSON.stringify(seen(this.holdings)) === JSON.stringify(seen(before));
    await eventually(same, 'all is given back', 8_000).catch(() => undefined);
    expect(seen(this.holdings)).to.deep.equal(seen(before));
  }

  end(): void {
    for (const undo of this.#patches.reverse()) undo();
  }

  #openListeners(): string[] {
    return [...this.#listeners].flatMap(([target, keys]) =>
      [...keys].flatMap(([key, listeners]) =>
        listeners.size > 0 ? [`${this.#names.get(target)}: ${listeners.size} × ${key}`] : [],
      ),
    );
  }

  #watchListeners(): void {
    const watched: readonly (readonly [string, EventTarget | null | undefined])[] = [
      ['window', window],
      ['document', document],
      ['html', document.documentElement],
      ['head', document.head],
      ['body', document.body],
      ['visualViewport', visualViewport],
      ['mediaDevices', navigator.mediaDevices],
      ['orientation', screen.orientation],
      ['connection', (navigator as { connection?: EventTarget }).connection],
    ];
    for (const [name, target] of watched) {
      if (!target) continue;
      this.#names.set(target, name);
      this.#listeners.set(target, new Map());
    }
    const keyOf = (type: string, options: unknown): string =>
      `${type}${options === true || (options as AddEventListenerOptions)?.capture ? ' (capture)' : ''}`;
    const entry = (target: unknown, type: string, options: unknown): Set<unknown> | undefined => {
      const keys = this.#listeners.get((target ?? window) as EventTarget);
      if (!keys) return undefined;
      const key = keyOf(type, options);
      const listeners = keys.get(key) ?? new Set();
      keys.set(key, listeners);
      return listeners;
    };
    this.#patch(EventTarget.prototype, 'addEventListener', (add) => {
      return function (this: EventTarget, ...[type, listener, options]: Parameters<typeof add>): void {
        add.call(this, type, listener, options);
        const listeners = listener ? entry(this, type, options) : undefined;
        if (!listeners) return;
        const { once, signal, capture } = typeof options === 'object' ? options : {};
        if (signal?.aborted) return;
        listeners.add(listener);
        const forget = (): void => void listeners.delete(listener);
        if (signal) add.call(signal, 'abort', forget, { once: true });
        if (once) add.call(this, type, forget, { once, capture: capture ?? false });
      };
    });
    this.#patch(EventTarget.prototype, 'removeEventListener', (remove) => {
      return function (this: EventTarget, ...[type, listener, options]: Parameters<typeof remove>): void {
        remove.call(this, type, listener, options);
        entry(this, type, options)?.delete(listener);
      };
    });
  }

  #watchObservers(prototype: Observer): void {
    const observed = this.#observed;
    this.#patch(prototype, 'observe', (observe) => {
      return function (this: Observer, ...[target, options]: Parameters<typeof observe>): void {
        observe.call(this, target, options);
        observed.set(this, (observed.get(this) ?? new Set()).add(target));
      };
    });
    this.#patch(prototype, 'disconnect', (disconnect) => {
      return function (this: Observer): void {
        disconnect.call(this);
        observed.delete(this);
      };
    });
    if (!prototype.unobserve) return;
    this.#patch(prototype, 'unobserve', (unobserve) => {
      return function (this: Observer, target: unknown): void {
        unobserve?.call(this, target);
        const targets = observed.get(this);
        if (targets?.delete(target) && targets.size === 0) observed.delete(this);
      };
    });
  }

  #watchTimers(
    set: 'setTimeout' | 'setInterval',
    clear: 'clearTimeout' | 'clearInterval',
    once: boolean,
  ): void {
    const [timers, intervals] = [this.#timers, this.#intervals];
    this.#patch(window, set, (start) => {
      const watched = (handler: Anything, delay?: number, ...parameters: never[]): number => {
        const run = (): void => {
          if (once) timers.delete(timer);
          handler(...parameters);
        };
        const timer = (start as (handler: () => void, delay?: number) => number)(run, delay);
        timers.set(timer, delay ?? 0);
        if (!once) intervals.add(timer);
        return timer;
      };
      return watched as typeof start;
    });
    this.#patch(window, clear, (stop) => {
      const watched = (timer?: number): void => {
        timers.delete(timer);
        intervals.delete(timer);
        stop(timer);
      };
      return watched as typeof stop;
    });
  }

  /** Of cameras, microphones and screens, and of the canvases and tones that stand in for them. */
  #watchTracks(): void {
    const keep = (stream: MediaStream): MediaStream => {
      for (const track of stream.getTracks()) this.#tracks.add(track);
      return stream;
    };
    const tracks = this.#tracks;
    const devices = navigator.mediaDevices;
    for (const name of ['getUserMedia', 'getDisplayMedia'] as const)
      this.#patch(devices, name, (capture) => async (options?: MediaStreamConstraints) => {
        return keep(await capture.call(devices, options));
      });
    this.#patch(HTMLCanvasElement.prototype, 'captureStream', (capture) => {
      return function (this: HTMLCanvasElement, rate?: number): MediaStream {
        return keep(rate === undefined ? capture.call(this) : capture.call(this, rate));
      };
    });
    this.#patch(MediaStreamTrack.prototype, 'clone', (clone) => {
      return function (this: MediaStreamTrack): MediaStreamTrack {
        const copy = clone.call(this);
        tracks.add(copy);
        return copy;
      };
    });
    const Real = window.MediaStreamAudioDestinationNode;
    class Watched extends Real {
      constructor(...parameters: ConstructorParameters<typeof Real>) {
        super(...parameters);
        keep(this.stream);
      }
    }
    this.#patch(window, 'MediaStreamAudioDestinationNode', () => Watched);
  }

  #watchConstructor<Name extends 'AudioContext' | 'RTCPeerConnection' | 'BroadcastChannel' | 'WebSocket'>(
    name: Name,
    made: Set<InstanceType<Window['window'][Name]>>,
  ): void {
    const count = (): void => {
      if (name === 'BroadcastChannel') this.#channelsMade += 1;
    };
    this.#patch(
      window as unknown as Record<string, new (...parameters: unknown[]) => object>,
      name,
      (Real) => {
        return class extends Real {
          constructor(...parameters: unknown[]) {
            super(...parameters);
            made.add(this as InstanceType<Window['window'][Name]>);
            count();
          }
        };
      },
    );
  }

  #patch<T extends object, Name extends keyof T>(
    target: T,
    name: Name,
    replace: (real: T[Name]) => T[Name],
  ): void {
    const own = Object.getOwnPropertyDescriptor(target, name);
    const real = target[name];
    Object.defineProperty(target, name, {
      value: replace(real),
      configurable: true,
      writable: true,
      enumerable: own?.enumerable ?? true,
    });
    this.#patches.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else delete target[name];
    });
  }
}

function observation(observer: Observer, targets: ReadonlySet<unknown>): string {
  const names = [...targets].map((target) => (target instanceof Node ? target.nodeName.toLowerCase() : ''));
  return `${observer.constructor.name}: ${names.join(', ')}`;
}
