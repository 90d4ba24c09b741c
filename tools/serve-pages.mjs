// The pages of the checkout for those who open many, and change nothing meanwhile: tests and screenshots.
import { readdirSync } from 'node:fs';
import { bundleServerPlugin } from './bundle-plugin.mjs';
import { serve } from './serve.mjs';

/** As `serve()`, with few requests for each page. */
export function servePages() {
  const scripts = readdirSync('demo').filter((name) => name.endsWith('.js'));
  return serve(0, [bundleServerPlugin(['src/define.ts', ...scripts.map((name) => `demo/${name}`)])]);
}
