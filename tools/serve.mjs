// Serves the checkout to this machine: the demo at `/`, TypeScript as it is imported, the relay at /relay.
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startDevServer } from '@web/dev-server';
import { attachRelay } from './relay.mjs';
import { sdkServerPlugin } from './sdk-plugin.mjs';
import { typescriptServerPlugin } from './server-plugins.mjs';

/** What pages may need. The rest of the checkout, such as .git, is nobody's business. */
const SERVED =
  /^\/((bench|bundle|demo|dist|examples|node_modules|src)\/|zego-(sdk|beauty|background)\.js$|custom-elements\.json$|__web-dev-server__)/;
const ESCAPING = /\.\.|[%\\]/;

/**
 * Resolves with the address and with what ends it all. Port 0 takes any; a busy one rejects with `EADDRINUSE`. `plugins`, of
 * web-dev-server, come before the usual ones.
 */
export async function serve(wantedPort = 0, plugins = []) {
  const server = createServer();
  // The dev server by itself would listen to the whole network.
  await listen(server, wantedPort, '127.0.0.1');
  const { port } = server.address();
  const ipv6 = createSocketServer((socket) => server.emit('connection', socket));
  const relay = attachRelay(server, { path: '/relay' });
  const close = async () => {
    server.close();
    server.closeAllConnections();
    ipv6.close();
    await Promise.all([relay.close(), devServer?.stop()]);
  };

  let devServer;
  try {
    await listen(ipv6, port, '::1'); // Browsers may take `localhost` for either address of this machine.
  } catch (error) {
    if (error.code === 'EADDRINUSE') return close().then(() => Promise.reject(error));
  }
  devServer = await startDevServer({
    config: {
      rootDir: fileURLToPath(new URL('..', import.meta.url)),
      middlewareMode: { server },
      middleware: [onlyServed],
      nodeResolve: true,
      plugins: [...plugins, typescriptServerPlugin(), sdkServerPlugin()],
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
  });
  server.on('request', devServer.koaApp.callback());
  return { url: `http://localhost:${port}/`, close };
}

function onlyServed(context, next) {
  if (context.path === '/') context.path = '/demo/index.html';
  const { path } = context;
  return SERVED.test(path) && !ESCAPING.test(path) ? next() : undefined; // Unanswered, it is a 404.
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server.off('error', reject)));
  });
}
