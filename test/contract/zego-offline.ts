/** No test reaches ZEGO: every socket that isn't this page's own stays as it is when nobody answers. */
class InertSocket extends EventTarget {
  readonly readyState = WebSocket.CONNECTING;
  send(): void {}
  close(): void {}
}

/** Puts the inert sockets in place; returns what puts the browser's back. */
export function goOffline(): () => void {
  const Native = window.WebSocket;
  window.WebSocket = new Proxy(Native, {
    construct: (target, args: [url: string, protocols?: string[]]) =>
      new URL(args[0], location.href).host === location.host ? new target(...args) : new InertSocket(),
  });
  return () => (window.WebSocket = Native);
}
