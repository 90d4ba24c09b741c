import type { CaptureDevices } from '../../src/engine/capture-devices.js';
import type { CallEngine, Publication } from '../../src/engine/call-engine.js';

/** Methods that promise nothing, and so can't hang. */
const SYNCHRONOUS = [
  'addEventListener',
  'dispatchEvent',
  'receive',
  'removeEventListener',
  'renewToken',
  'silence',
  'stop',
  'subscribe',
];

/** Devices and engines that stop answering all at once. */
export class Answering {
  #answers = true;

  /** Nothing that is asked from now on is ever answered. */
  end(): void {
    this.#answers = false;
  }

  devices(devices: CaptureDevices): CaptureDevices {
    return this.#wrap(devices);
  }

  engine(engine: CallEngine): CallEngine {
    return this.#wrap(engine, {
      publish: async (...parameters: Parameters<CallEngine['publish']>) => {
        const publication = await engine.publish(...parameters);
        return this.#wrap<Publication>(publication, { stop: () => publication.stop() });
      },
    });
  }

  #wrap<T extends object>(target: T, methods: Partial<T> = {}): T {
    return new Proxy(target, {
      get: (_, key) => {
        const value: unknown = methods[key as keyof T] ?? Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        if (SYNCHRONOUS.includes(String(key)) && !(key in methods)) return value.bind(target) as unknown;
        return (...parameters: unknown[]) =>
          this.#answers ? (value.apply(target, parameters) as unknown) : new Promise(() => undefined);
      },
    });
  }
}
