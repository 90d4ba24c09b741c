/** No test reaches ZEGO: every socket that isn't this page's own stays as it is when nobody answers. */
class InertSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  send(): void {}
  close(): void {
    this.readyState = WebSocket.CLOSED;
  }
}

/** A socket to a server that accepts it and then says nothing. */
class SilentSocket extends InertSocket {
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;

  constructor() {
    super();
    this.addEventListener('open', (event) => this.onopen?.(event));
    this.addEventListener('close', (event) => this.onclose?.(event));
    setTimeout(() => {
      if (this.readyState === WebSocket.CLOSED) return;
      this.readyState = WebSocket.OPEN;
      this.dispatchEvent(new Event('open'));
    });
  }
  override close(): void {
    super.close();
    setTimeout(() => this.dispatchEvent(new Event('close')));
  }
}

/**
 * Puts the inert sockets in place; returns what puts the browser's back.
 * @param asked is told the address of each socket that does not lead to this page's server.
 * @param accepts whether sockets open, to a server that says nothing.
 */
export function goOffline(asked: (url: URL) => void = () => undefined, accepts = false): () => void {
  const Native = window.WebSocket;
  window.WebSocket = new Proxy(Native, {
    construct(target, args: [url: string, protocols?: string[]]) {
      const url = new URL(args[0], location.href);
      if (url.host === location.host) return new target(...args);
      asked(url);
      return accepts ? new SilentSocket() : new InertSocket();
    },
  });
  return () => (window.WebSocket = Native);
}
