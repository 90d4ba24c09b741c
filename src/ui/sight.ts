import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallSession } from '../call/call-session.js';
import type { Size } from '../call/receive-plan.js';

/** Of a denser screen nobody sees more in a moving picture. */
const MOST_DENSE = 2;

type Host = ReactiveControllerHost & HTMLElement & { readonly streamId: string };

/** Tells a call how large the stream of a tile is seen: not at all off the screen or in a page in the background. */
export class Sight implements ReactiveController {
  readonly #host: Host;
  readonly #resized = new ResizeObserver(() => this.#tell());
  readonly #moved = new IntersectionObserver((entries) => {
    this.#isInView = entries.at(-1)?.isIntersecting === true;
    this.#tell();
  });
  readonly #onVisibility = (): void => this.#tell();
  #isInView = false;
  #session: CallSession | null = null;
  #streamId = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resized.observe(this.#host);
    this.#moved.observe(this.#host);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#moved.disconnect();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#isInView = false;
    this.follow(null);
  }

  /** Tells this call from now on, and the one before no more. */
  follow(session: CallSession | null): void {
    const { streamId } = this.#host;
    if (session === this.#session && streamId === this.#streamId) return;
    this.#session?.sightings.see(this, this.#streamId, null);
    this.#session = session;
    this.#streamId = streamId;
    this.#tell();
  }

  #tell(): void {
    this.#session?.sightings.see(this, this.#streamId, this.#size());
  }

  /** Measures only what can be seen: in tiles that are only just made, each one would lay out the whole page anew. */
  #size(): Size | null {
    if (!this.#isInView || document.hidden) return null;
    const { clientHeight, clientWidth } = this.#host;
    if (clientHeight === 0 || clientWidth === 0) return null;
    const density = Math.min(devicePixelRatio, MOST_DENSE);
    return { width: clientWidth * density, height: clientHeight * density };
  }
}
