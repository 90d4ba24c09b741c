// What the dev server and the tests' server have in common, besides the SDK's plugin.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { attachRelay } from './relay.mjs';

/** TypeScript, with the decorators that tsconfig.json asks for. */
export const typescriptServerPlugin = () =>
  esbuildPlugin({
    ts: true,
    target: 'esnext',
    tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
  });

/** The relay of the local engine, at a path of the server's own. */
export function relayServerPlugin(path) {
  let relay;
  return {
    name: 'relay',
    serverStart({ server }) {
      relay = attachRelay(server, { path });
    },
    serverStop: () => relay?.close(),
  };
}
