// Serves the checkout to this machine: the demo at `/`, TypeScript as it is imported, the relay at /relay.
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { attachRelay } from './relay.mjs';

/**
 * Listens, and resolves with the address, with `ready`, which resolves when pages can be served, and with `close`. Requests
 * that come before `ready` wait for it. Port 0 takes any; a busy one rejects with `EADDRINUSE`. `plugins`, of web-dev-server,
 * come before the usual ones.
 */
export async function serve(wantedPort = 0, plugins = []) {
  let pages;
  // Loading the dev server takes up to some seconds, so it happens after listening.
  const startPages = () => (pages ??= import('./pages.mjs').then(({ start }) => start(server, plugins)));
  const server = createServer(async (request, response) => (await startPages()).answer(request, response));
  // The dev server by itself would listen to the whole network.
  await listen(server, wantedPort, '127.0.0.1');
  const { port } = server.address();
  const ipv6 = createSocketServer((socket) => server.emit('connection', socket));
  const relay = attachRelay(server, { path: '/relay' });
  const close = async () => {
    server.close();
    server.closeAllConnections();
    ipv6.close();
    await Promise.all([relay.close(), pages?.then(({ stop }) => stop())]);
  };

  try {
    await listen(ipv6, port, '::1'); // Browsers may take `localhost` for either address of this machine.
  } catch (error) {
    if (error.code === 'EADDRINUSE') return close().then(() => Promise.reject(error));
  }
  return { url: `http://localhost:${port}/`, ready: startPages(), close };
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server.off('error', reject)));
  });
}
