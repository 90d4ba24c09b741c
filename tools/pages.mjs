// What of the checkout the server shows, and the dev server that makes it readable for browsers.
import { fileURLToPath } from 'node:url';
import { startDevServer } from '@web/dev-server';
import { sdkServerPlugin } from './sdk-plugin.mjs';
import { typescriptServerPlugin } from './server-plugins.mjs';

/** What pages may need. The rest of the checkout, such as .git, is nobody's business. */
const SERVED =
  /^\/((bench|bundle|demo|dist|examples|node_modules|src)\/|zego-(sdk|beauty|background)\.js$|custom-elements\.json$|__web-dev-server__)/;
const ESCAPING = /\.\.|[%\\]/;

/** Resolves with `answer`, a request listener, and `stop`. `server` is the HTTP server that the pages belong to. */
export async function start(server, plugins) {
  const devServer = await startDevServer({
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
  return { answer: devServer.koaApp.callback(), stop: () => devServer.stop() };
}

function onlyServed(context, next) {
  if (context.path === '/') context.path = '/demo/index.html';
  const { path } = context;
  return SERVED.test(path) && !ESCAPING.test(path) ? next() : undefined; // Unanswered, it is a 404.
}
