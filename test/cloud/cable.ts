/** A socket that is never answered. */
class DeadSocket extends EventTarget {
  readonly readyState = WebSocket.CONNECTING;
  send(): void {}
  close(): void {}
}

/** The page's way to the cloud's rooms, to be pulled out: open sockets close, new ones find nobody. Media goes on. */
export class Cable {
  readonly #native = window.WebSocket;
  readonly #open = new Set<WebSocket>();
  #pulled = false;

  constructor() {
    window.WebSocket = new Proxy(this.#native, {
      construct: (target, args: [url: string, protocols?: string[]]) => {
        const { host } = new URL(args[0], location.href);
        if (this.#pulled && host !== location.host) return new DeadSocket();
        const socket = new target(...args);
        if (host !== location.host) this.#open.add(socket);
        socket.addEventListener('close', () => this.#open.delete(socket));
        return socket;
      },
    });
  }

  pull(): void {
    this.#pulled = true;
    for (const socket of this.#open) socket.close();
  }

  plug(): void {
    this.#pulled = false;
  }

  close(): void {
    window.WebSocket = this.#native;
  }
}
