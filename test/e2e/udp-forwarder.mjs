// A path between two pages that can be broken: UDP goes through sockets of this process, which may stop forwarding.
import { createSocket } from 'node:dgram';

/** Forwards the packets of two pages to each other, until it is broken; addresses of later candidates work again. */
export class UdpForwarder {
  #entries = new Map();

  /** Makes the page learn only addresses of the forwarder. Runs before the page loads. */
  async attach(page) {
    await page.exposeFunction('forwardedPort', (address, port) => this.#port(address, port));
    await page.evaluateOnNewDocument(rewriteCandidates);
  }

  /** Stops forwarding for all addresses that are known by now. */
  break() {
    for (const entry of this.#entries.values()) entry.broken = true;
  }

  close() {
    for (const { socket } of this.#entries.values()) socket.close();
    this.#entries.clear();
  }

  /** The port that stands for an address of one page, as the other page sees it. */
  #port(address, port) {
    const known = this.#entries.get(port);
    if (known && !known.broken) return known.ready;
    const socket = createSocket('udp4');
    const entry = { socket, address, port, broken: false };
    entry.ready = new Promise((resolve) => {
      socket.bind(0, address, () => resolve(socket.address().port));
    });
    socket.on('error', () => undefined); // A port of a page that is closed.
    socket.on('message', (packet, from) => {
      const sender = this.#entries.get(from.port);
      // The receiver must see the address that it knows of the sender.
      if (sender && !sender.broken && !entry.broken) sender.socket.send(packet, port, address);
    });
    this.#entries.set(port, entry);
    return entry.ready;
  }
}

// Runs in the page.
function rewriteCandidates() {
  const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addIceCandidate = async function (init) {
    const parts = init.candidate.split(' ');
    const [, , protocol, , address, port] = parts;
    if (protocol.toLowerCase() !== 'udp' || !/^\d+\.\d+\.\d+\.\d+$/.test(address)) return;
    if (address.startsWith('127.')) return;
    parts[5] = await globalThis.forwardedPort(address, Number(port));
    await addIceCandidate.call(this, { ...init, candidate: parts.join(' ') });
  };
  RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
    return setRemoteDescription.call(this, { type, sdp: sdp.replace(/^a=candidate:.*\r\n/gm, '') });
  };
}
