/**
 * Notes everything that a page asks of the browser beyond showing elements: network, storage, fonts, devices, sound.
 * For proving that nothing is touched before the person acts.
 */
export class PageTouches {
  readonly #touched: string[] = [];
  readonly #undo: (() => void)[] = [];
  readonly #resources: number;

  constructor() {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      this.#onRead(window, name);
    this.#onRead(Document.prototype, 'cookie');
    this.#onRead(Document.prototype, 'fonts');
    for (const name of ['locks', 'serviceWorker', 'permissions', 'storage', 'geolocation', 'wakeLock'])
      this.#onRead(Navigator.prototype, name);
    for (const name of Object.getOwnPropertyNames(MediaDevices.prototype))
      if (!name.startsWith('on') && name !== 'constructor') this.#onCall(MediaDevices.prototype, name);
    this.#onCall(Navigator.prototype, 'sendBeacon');
    this.#onCall(XMLHttpRequest.prototype, 'open');
    this.#onCall(window, 'fetch');
    for (const name of [
      'WebSocket',
      'WebTransport',
      'EventSource',
      'Worker',
      'SharedWorker',
      'BroadcastChannel',
      'RTCPeerConnection',
      'AudioContext',
      'OfflineAudioContext',
      'FontFace',
      'MediaStream',
      'Notification',
    ])
      this.#onConstruct(name);
    this.#resources = performance.getEntriesByType('resource').length;
  }

  /** Each as often as it was touched; a file that was loaded is there with its address. */
  get all(): readonly string[] {
    const loaded = performance.getEntriesByType('resource').slice(this.#resources);
    return [...this.#touched, ...loaded.map(({ name }) => `loaded ${name}`)];
  }

  end(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  #onRead(owner: object, name: string): void {
    const real = Object.getOwnPropertyDescriptor(owner, name);
    const { get, set } = real ?? {};
    if (!real || !get) return;
    const note = (): number => this.#touched.push(name);
    this.#define(owner, name, {
      configurable: true,
      get(this: object): unknown {
        note();
        return get.call(this);
      },
      set(this: object, value: unknown): void {
        note();
        set?.call(this, value);
      },
    });
  }

  #onCall(owner: object, name: string): void {
    const real: unknown = Reflect.get(owner, name);
    if (typeof real !== 'function') return;
    const note = (): number => this.#touched.push(name);
    this.#define(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...parameters: unknown[]): unknown {
        note();
        return Reflect.apply(real, this, parameters);
      },
    });
  }

  #onConstruct(name: string): void {
    const Real = Reflect.get(window, name) as (new (...parameters: unknown[]) => object) | undefined;
    if (!Real) return;
    const note = (): number => this.#touched.push(name);
    class Noted extends Real {
      constructor(...parameters: unknown[]) {
        super(...parameters);
        note();
      }
    }
    this.#define(window, name, { configurable: true, writable: true, value: Noted });
  }

  #define(owner: object, name: string, descriptor: PropertyDescriptor): void {
    const real = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, descriptor);
    this.#undo.push(() => {
      if (real) Object.defineProperty(owner, name, real);
      else Reflect.deleteProperty(owner, name);
    });
  }
}
