// A relay for the `local` engine: it forwards what browsers need to say until they talk to each other directly.
// Alone: node tools/relay.mjs [--port 8787]. Beside another server: attachRelay(server).

import { createServer } from 'node:http';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';
import { RelayRooms } from './relay-rooms.mjs';

const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_SOCKETS = 1_000;
const HEARTBEAT_MS = 15_000;
const HELLO_MS = 10_000;
/** Beyond this much unsent data a socket is too slow to be of use. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;
/** Said by a page that leaves, and by a browser that closes one. */
const CLEAN_CODES = new Set([1000, 1001]);

/**
 * Serves `path` of an HTTP server, and nothing else of it.
 * @param {import('node:http').Server} server
 * @param {{path?: string, heartbeat?: number, helloTimeout?: number}} [options]
 * @returns {{close(): Promise<void>}} ends all that the relay has opened; the server stays.
 */
export function attachRelay(
  server,
  { path = '/relay', heartbeat = HEARTBEAT_MS, helloTimeout = HELLO_MS } = {},
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const rooms = new RelayRooms();
  sockets.on('connection', (socket) => serve(socket, rooms, helloTimeout));
  const beat = setInterval(() => sockets.clients.forEach(checkAlive), heartbeat);
  beat.unref();

  const upgrade = (request, stream, head) => {
    // Other paths belong to other handlers, such as the dev server's own.
    if (request.url?.split('?')[0] !== path) return;
    if (sockets.clients.size >= MAX_SOCKETS)
      return void stream.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket));
  };
  server.on('upgrade', upgrade);

  return {
    close() {
      server.off('upgrade', upgrade);
      clearInterval(beat);
      for (const socket of sockets.clients) socket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

function serve(socket, rooms, helloTimeout) {
  const connection = rooms.connect({
    send(text) {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
      else socket.send(text, () => {});
    },
    close: (code) => socket.close(code),
  });
  const idle = setTimeout(() => socket.terminate(), helloTimeout);
  socket.isAlive = true;
  socket.on('pong', () => (socket.isAlive = true));
  socket.on('message', (data, isBinary) => {
    clearTimeout(idle);
    if (isBinary) socket.close(1003);
    else connection.receive(data.toString());
  });
  socket.on('close', (code) => {
    clearTimeout(idle);
    connection.disconnect(CLEAN_CODES.has(code));
  });
  // The close that follows says all there is to say.
  socket.on('error', () => {});
}

function checkAlive(socket) {
  if (!socket.isAlive) return socket.terminate();
  socket.isAlive = false;
  socket.ping();
  // Pages can't see pings, and need to notice a dead relay as well.
  socket.send('{"type":"ping"}', () => {});
}

function run() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } });
  const server = createServer((_, response) => response.writeHead(404).end());
  const relay = attachRelay(server);
  server.listen(Number(values.port), 'localhost', () => {
    console.log(`Relay: ws://localhost:${server.address().port}/relay`);
  });
  const stop = async () => {
    await relay.close();
    server.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) run();
