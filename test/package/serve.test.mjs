// `npm start`, as somebody on this machine meets it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { serve } from '../../tools/serve.mjs';

describe('the server', () => {
  let server;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  it('shows the demo at its root, whatever the query', async () => {
    const response = await get('/?room=a&user=b');
    assert.equal(response.status, 200);
    assert.match(response.body, /<zego-call/);
  });

  it('gives browsers TypeScript as JavaScript, decorators and all', async () => {
    const { status, type, body } = await get('/src/elements/zego-call.ts');
    assert.equal(status, 200);
    assert.match(type, /javascript/);
    assert.doesNotMatch(body, /^\s*@property/m);
  });

  it('keeps the rest of the checkout and of the machine to itself', async () => {
    const paths = [
      '/.git/config',
      '/package.json',
      '/demo/../package.json',
      '/demo/%2e%2e/package.json',
      '/src/..%2fpackage.json',
      '/src/..%5cpackage.json',
      '/__wds-outside-root__/1/etc/hosts',
      '/src/',
      '/node_modules/',
    ];
    for (const path of paths) assert.equal((await get(path)).status, 404, path);
  });

  it('listens to this machine alone', async (test) => {
    const addresses = Object.values(networkInterfaces()).flat();
    const outside = addresses.find(({ internal, family }) => !internal && family === 'IPv4');
    if (!outside) return test.skip('this machine is in no network');
    const port = new URL(server.url).port;
    await assert.rejects(fetch(`http://${outside.address}:${port}/`));
  });

  /** Sends the path as it is, where fetch() would tidy it. */
  async function get(path) {
    const { hostname, port } = new URL(server.url);
    const [response] = await once(request({ hostname, port, path }).end(), 'response');
    const body = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode, type: response.headers['content-type'], body };
  }
});

describe('npm start', () => {
  before(() => ensureDist());

  it('prints one address, on the port it was told, and ends with the terminal', async () => {
    const { url, close } = await serve(); // A port that is free for sure, a moment later.
    await close();
    const { port } = new URL(url);
    const { process: child, output } = start(port);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    assert.deepEqual(output().match(/https?:\S+/g), [url]);
  });

  it('says so when the port it was told is taken', async () => {
    const server = await serve();
    const { process: child, output } = start(new URL(server.url).port);
    const [code] = await once(child, 'exit');
    await server.close();
    assert.equal(code, 1);
    assert.match(output(), /is in use/);
  });

  function start(port) {
    const script = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
    const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: port }, stdio: 'pipe' });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    return { process: child, output: () => Buffer.concat(chunks).toString() };
  }
});
