// `npm start`, as somebody on this machine meets it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { serve } from '../../tools/serve.mjs';

/** In ms; longer than the server takes to start on a machine that does much else. */
const ANSWER_TIMEOUT = 15_000;

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

  it('gives pages the SDK as one module', async () => {
    const { status, type, body } = await get('/zego-sdk.js');
    assert.equal(status, 200);
    assert.match(type, /javascript/);
    assert.match(body, /^export const ZegoExpressEngine/m);
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

  for (const host of ['127.0.0.1', '::1'])
    it(`refuses a port that ${host} alone has in use`, async (test) => {
      const other = createServer().listen(0, host);
      const [error] = await Promise.race([once(other, 'listening'), once(other, 'error')]);
      if (error) return test.skip(`this machine has no ${host}`);
      const { port } = other.address();
      await assert.rejects(serve(port), { code: 'EADDRINUSE' });
      await new Promise((resolve) => other.close(resolve));
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

  for (const [what, ask] of [
    ['requests', askForPage],
    ['sockets of the relay', openSocket],
  ])
    it(`answers ${what} that come before it is ready`, { timeout: 60_000 }, async (test) => {
      const { port } = new URL(await freeUrl());
      const { process: child } = start(port);
      test.after(() => child.kill());
      const asked = [];
      const outcomes = [];
      while (!outcomes.includes('answered')) {
        asked.push(ask(port).then((outcome) => outcomes.push(outcome)));
        await pause(10);
      }
      await Promise.all(asked);
      const others = outcomes.filter((outcome) => !['answered', 'ECONNREFUSED'].includes(outcome));
      assert.deepEqual(others, []);
    });

  it('prints one address, on the port it was told, and ends with the terminal', async () => {
    const url = await freeUrl();
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

  /** Returns an address that is free for sure, a moment ago. */
  async function freeUrl() {
    const { url, close } = await serve();
    await close();
    return url;
  }

  function askForPage(port) {
    const waiting = fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
    return waiting.then(
      ({ status }) => (status === 200 ? 'answered' : status),
      (error) => error.cause?.code ?? error.name,
    );
  }

  async function openSocket(port) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`, { handshakeTimeout: ANSWER_TIMEOUT });
    try {
      await once(socket, 'open');
      return 'answered';
    } catch (error) {
      return error.code ?? error.message;
    } finally {
      socket.terminate();
    }
  }

  function start(port) {
    const script = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
    const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: port }, stdio: 'pipe' });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    return { process: child, output: () => Buffer.concat(chunks).toString() };
  }
});
