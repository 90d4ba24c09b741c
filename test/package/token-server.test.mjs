// examples/token-server, as somebody runs it who has copied the folder and installed what it needs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { readToken } from '../support/read-token.mjs';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the checkout, so that the example finds Hono there. */
const COPY = join(CHECKOUT, '.cache/token-server-test');
const SECRET = '0123456789abcdefghijklmnopqrstuv';
const PROJECT = { ZEGO_APP_ID: '123456789', ZEGO_SERVER_SECRET: SECRET };
const OTHER_PAGE = 'https://elsewhere.example';

const ends = [];
let demo;

before(async () => {
  await ensureDist();
  rmSync(COPY, { recursive: true, force: true });
  cpSync(join(CHECKOUT, 'examples/token-server'), COPY, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  mkdirSync(join(COPY, 'node_modules'));
  symlinkSync(CHECKOUT, join(COPY, 'node_modules/zego-call'), 'junction');
  demo = await startDemo();
});

after(() => ends.forEach((end) => end()));

describe('at its start', () => {
  const mistakes = {
    'nothing set': [{}, /ZEGO_APP_ID.*ZEGO_SERVER_SECRET/],
    'no secret': [{ ZEGO_APP_ID: '1' }, /ZEGO_SERVER_SECRET/],
    'no app ID': [{ ZEGO_SERVER_SECRET: SECRET }, /ZEGO_APP_ID/],
    'an app ID that is no number': [{ ...PROJECT, ZEGO_APP_ID: 'mine' }, /ZEGO_APP_ID.*appId/],
    'a secret that is too short': [{ ...PROJECT, ZEGO_SERVER_SECRET: 'abc0123' }, /serverSecret/],
    'a port that is none': [{ ...PROJECT, PORT: '99999' }, /port/],
    'the demo for everybody': [{ ...PROJECT, DEMO: 'http://localhost:1', HOST: '0.0.0.0' }, /DEMO.*HOST/],
  };
  for (const [what, [env, message]] of Object.entries(mistakes)) {
    it(`ends with a word about ${what}`, async () => {
      const { child, output } = run({ PORT: '0', ...env });
      const [code] = await once(child, 'close');
      assert.equal(code, 1);
      assert.match(output(), message);
      assert.equal(output().trim().split('\n').length, 1, output());
      if (env.ZEGO_SERVER_SECRET) assert.ok(!output().includes(env.ZEGO_SERVER_SECRET));
    });
  }

  it('says so when its port is taken', async () => {
    const { child, output } = run({ ...PROJECT, PORT: new URL(demo.url).port });
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
    assert.match(output(), /in use/);
  });
});

describe('who is signed in', () => {
  let server;
  before(async () => {
    server = await start({ DEMO: demo.url, CLIENT_ADDRESS_HEADER: 'x-client' });
  });

  it('gets a token for themselves, for the room, for ten minutes', async () => {
    const cookie = await server.signIn('ana');
    const { status, headers, body } = await server.ask({ cookie, body: { room: 'standup', user: 'ana' } });
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^application\/json/);
    assert.deepEqual(Object.keys(body), ['token']);
    const { claims } = readToken(body.token, SECRET);
    assert.equal(claims.app_id, 123456789);
    assert.equal(claims.user_id, 'ana');
    assert.equal(claims.expire - claims.ctime, 600);
    assert.equal(JSON.parse(claims.payload).room_id, 'standup');
  });

  it('gets none for somebody else', async () => {
    const cookie = await server.signIn('ana');
    for (const user of ['ben', 'Ana', 'ana ', '']) {
      const { status, body } = await server.ask({ cookie, body: { room: 'standup', user } });
      assert.equal(status, 403, user);
      assert.equal(body.token, undefined);
    }
  });

  const unsigned = {
    'no cookie': () => undefined,
    'an empty cookie': () => 'session=',
    'a cookie of their own making': () => `session=ana.id.9999999999.${'A'.repeat(43)}=`,
    'a cookie without signature': (cookie) => cookie.slice(0, cookie.lastIndexOf('.')),
    'a cookie that names another user': (cookie) => cookie.replace('ana', 'ben'),
    'a cookie that ends later': (cookie) => cookie.replace(/\.\d{10}\./, '.9999999999.'),
  };
  for (const [what, change] of Object.entries(unsigned)) {
    it(`is nobody with ${what}`, async () => {
      const cookie = change(await server.signIn('ana'));
      const { status, body } = await server.ask({ cookie });
      assert.equal(status, 401);
      assert.deepEqual(Object.keys(body), ['error']);
    });
  }

  it('is so for an hour', async (test) => {
    const { readSession, signIn } = await import(pathToFileURL(join(COPY, 'session.mjs')));
    const app = new Hono();
    app.post('/', async (c) => {
      await signIn(c, 'ana');
      return c.body(null);
    });
    app.get('/', async (c) => c.json({ user: (await readSession(c))?.user }));
    const cookie = (await app.request('/', { method: 'POST' })).headers.get('set-cookie').split(';')[0];
    const user = async () => (await (await app.request('/', { headers: { cookie } })).json()).user;
    const start = Date.now();
    test.mock.method(Date, 'now', () => start + 3_590_000);
    assert.equal(await user(), 'ana');
    test.mock.method(Date, 'now', () => start + 3_600_000);
    assert.equal(await user(), undefined);
  });

  const bad = {
    nothing: '',
    'no JSON': '{',
    null: null,
    'a list': ['standup', 'ana'],
    'a text': '"standup"',
    'no room': { user: 'ana' },
    'no user': { room: 'standup' },
    'an empty room': { room: '', user: 'ana' },
    'a room that is no text': { room: 1, user: 'ana' },
    'a user that is no text': { room: 'standup', user: ['ana'] },
    'a room with a slash': { room: 'a/b', user: 'ana' },
    'a room with a line break': { room: 'a\n', user: 'ana' },
    'a room of 129 characters': { room: 'a'.repeat(129), user: 'ana' },
  };
  for (const [what, body] of Object.entries(bad)) {
    it(`is refused with 400: ${what}`, async () => {
      const cookie = await server.signIn('ana');
      const answer = await server.ask({ cookie, body });
      assert.equal(answer.status, 400);
      assert.deepEqual(Object.keys(answer.body), ['error']);
    });
  }

  it('must send JSON', async () => {
    const cookie = await server.signIn('ana');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', undefined]) {
      const { status } = await server.ask({ cookie, headers: { 'content-type': type } });
      assert.equal(status, 415, type);
    }
    const { status } = await server.ask({
      cookie,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    assert.equal(status, 200);
  });

  it('must be brief, whether the length is announced or not', async () => {
    const cookie = await server.signIn('ana');
    const body = { room: 'standup', user: 'ana', more: 'x'.repeat(1024) };
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      assert.equal((await server.ask({ cookie, body, headers })).status, 413);
    }
    const fitting = { room: 'standup', user: 'ana', more: 'x'.repeat(900) };
    assert.equal((await server.ask({ cookie, body: fitting })).status, 200);
  });
});

describe('the answers', () => {
  let server;
  before(async () => {
    server = await start({ DEMO: demo.url });
  });

  it('are never stored', async () => {
    const cookie = await server.signIn('ana');
    for (const options of [
      { cookie },
      {},
      { cookie, body: '{' },
      { method: 'GET' },
      { origin: OTHER_PAGE },
    ]) {
      assert.equal((await server.ask(options)).headers['cache-control'], 'no-store');
    }
  });

  it('are 405 to other methods, and 404 elsewhere', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const { status, headers } = await server.ask({ method });
      assert.equal(status, 405);
      assert.equal(headers.allow, 'POST');
    }
    const { status, body } = await server.ask({ path: '/tokens' });
    assert.equal(status, 404);
    assert.deepEqual(Object.keys(body), ['error']);
  });
});

describe('other pages', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  };

  it('may not ask unless they are listed, even with a session', async () => {
    const server = await start({ DEMO: demo.url });
    const cookie = await server.signIn('ana');
    for (const origin of [OTHER_PAGE, 'null', `http://localhost:1`, `${server.url}.elsewhere.example`]) {
      for (const options of [{ cookie }, preflight]) {
        const { status, headers, body } = await server.ask({ ...options, origin });
        assert.equal(status, 403, origin);
        assert.equal(headers['access-control-allow-origin'], undefined);
        assert.equal(body.token, undefined);
      }
    }
    const { status, headers } = await server.ask({ cookie, origin: server.url });
    assert.equal(status, 200, 'its own may');
    assert.equal(headers['access-control-allow-origin'], undefined);
  });

  it('may ask when they are listed, and only they', async () => {
    const listed = ['https://app.example', 'http://localhost:3000'];
    const server = await start({ DEMO: demo.url, ALLOWED_ORIGINS: listed.join(', ') });
    const cookie = await server.signIn('ana');
    for (const origin of listed) {
      const first = await server.ask({ ...preflight, origin });
      assert.equal(first.status, 204);
      assert.equal(first.headers['access-control-allow-methods'], 'POST');
      assert.match(first.headers['access-control-allow-headers'], /content-type/i);
      const { status, headers } = await server.ask({ cookie, origin });
      assert.equal(status, 200);
      assert.equal(headers['access-control-allow-origin'], origin);
      assert.equal(headers['access-control-allow-credentials'], 'true');
      assert.match(headers.vary, /origin/i);
    }
    for (const origin of [OTHER_PAGE, 'https://app.example.elsewhere.example', 'http://app.example']) {
      assert.equal(
        (await server.ask({ ...preflight, origin })).headers['access-control-allow-origin'],
        undefined,
      );
      const { status, headers, body } = await server.ask({ cookie, origin });
      assert.equal(status, 403);
      assert.equal(headers['access-control-allow-origin'], undefined);
      assert.equal(body.token, undefined);
    }
  });

  it('may not ask by giving this machine a name of theirs', async () => {
    const server = await start({ DEMO: demo.url });
    const cookie = await server.signIn('ana');
    const host = `elsewhere.example:${new URL(server.url).port}`;
    const { status, body } = await server.ask({ cookie, origin: `http://${host}`, headers: { host } });
    assert.equal(status, 403);
    assert.equal(body.token, undefined);
  });
});

describe('too many requests', () => {
  it('of one session are refused, while another goes on', async () => {
    const server = await start({ DEMO: demo.url });
    const [ana, ben] = [await server.signIn('ana'), await server.signIn('ben')];
    for (let n = 0; n < 10; n += 1) assert.equal((await server.ask({ cookie: ana })).status, 200);
    const { status, headers, body } = await server.ask({ cookie: ana });
    assert.equal(status, 429);
    assert.ok(headers['retry-after'] > 0 && headers['retry-after'] <= 60);
    assert.deepEqual(Object.keys(body), ['error']);
    const user = { room: 'standup', user: 'ben' };
    assert.equal((await server.ask({ cookie: ben, body: user })).status, 200);
  });

  it('of one address are refused, signed in or not, whatever it says of itself', async () => {
    const server = await start({ DEMO: demo.url });
    const cookie = await server.signIn('ana');
    for (let n = 0; n < 60; n += 1) {
      assert.equal((await server.ask({ headers: { 'x-client': n, 'x-forwarded-for': n } })).status, 401);
    }
    assert.equal((await server.ask({ cookie })).status, 429);
  });

  it('are told by the address that a proxy gives, where there is one', async () => {
    const server = await start({ DEMO: demo.url, CLIENT_ADDRESS_HEADER: 'x-client' });
    for (let n = 0; n < 60; n += 1) await server.ask({ headers: { 'x-client': '192.0.2.1' } });
    assert.equal((await server.ask({ headers: { 'x-client': '192.0.2.1' } })).status, 429);
    assert.equal((await server.ask({ headers: { 'x-client': '192.0.2.2' } })).status, 401);
  });

  it('are counted anew after a minute, in a memory that does not grow', async (test) => {
    const { RateLimit } = await import(pathToFileURL(join(COPY, 'rate-limit.mjs')));
    let now = 0;
    test.mock.method(performance, 'now', () => now);
    const rate = new RateLimit({ limit: 2, windowMs: 60_000, maxKeys: 100 });
    assert.deepEqual([rate.take('a'), rate.take('a'), rate.take('a')], [0, 0, 60]);
    now = 59_001;
    assert.equal(rate.take('a'), 1);
    now = 60_000;
    assert.deepEqual([rate.take('a'), rate.take('a'), rate.take('a')], [0, 0, 60]);
    for (let n = 0; n < 10_000; n += 1) rate.take(`key ${n}`);
    assert.equal(rate.size, 100);
    assert.deepEqual([rate.take('key 9999'), rate.take('key 9999')], [0, 60], 'the newest are remembered');
  });
});

describe('the demo', () => {
  it('stands behind the same address, after a sign-in', async () => {
    const server = await start({ DEMO: demo.url });
    const form = await server.ask({ method: 'GET', path: '/login' });
    assert.match(form.text, /<form method="post"/);
    const { status, headers } = await server.login('ana');
    assert.equal(status, 303);
    assert.equal(headers.location, '/?via=zego&app-id=123456789&token-url=%2Ftoken&user=ana');
    assert.match(headers['set-cookie'][0], /; HttpOnly; SameSite=Strict/);
    const page = await server.ask({ method: 'GET', path: headers.location });
    assert.equal(page.status, 200);
    assert.equal(page.text, `the demo at ${headers.location}`);
  });

  it('signs nobody in whose ID cannot be', async () => {
    const server = await start({ DEMO: demo.url });
    for (const user of ['', 'a b', 'a:b', 'a'.repeat(65)]) {
      const { status, headers } = await server.login(user);
      assert.equal(status, 400);
      assert.equal(headers['set-cookie'], undefined);
    }
  });

  it('is not there, and nobody can sign in, unless it is asked for', async () => {
    const server = await start({});
    assert.equal((await server.ask({ method: 'GET', path: '/login' })).status, 404);
    assert.equal((await server.login('ana')).status, 404);
    assert.equal((await server.ask({ method: 'GET', path: '/' })).status, 404);
    assert.equal((await server.ask({})).status, 401);
  });
});

it('prints neither token nor secret', async () => {
  const server = await start({ DEMO: demo.url });
  const cookie = await server.signIn('ana');
  const { body } = await server.ask({ cookie });
  await server.ask({ cookie, body: '{' });
  assert.ok(body.token.length > 100);
  assert.ok(!server.output().includes(SECRET));
  assert.ok(!server.output().includes(body.token.slice(0, 20)));
});

/** The example on a port of its own. What it prints first is where it is. */
async function start(env) {
  const { child, output } = run({ ...PROJECT, PORT: '0', ...env });
  ends.push(() => child.kill());
  await once(child.stdout, 'data');
  const [, url] = output().match(/at (http:\S+)\/token/);
  const login = (user) => send(url, { path: '/login', type: FORM, body: `${new URLSearchParams({ user })}` });
  return {
    url,
    output,
    login,
    ask: (options) => send(url, options),
    signIn: async (user) => (await login(user)).headers['set-cookie'][0].split(';')[0],
  };
}

const FORM = 'application/x-www-form-urlencoded';

function run(env) {
  const child = spawn(process.execPath, ['server.mjs'], { cwd: COPY, env, stdio: 'pipe' });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return { child, output: () => Buffer.concat(chunks).toString() };
}

let clients = 0;

/** Asks for Ana's token unless told otherwise, each time from another address if the server believes the header. */
async function send(
  url,
  { path = '/token', method = 'POST', cookie, origin, type = 'application/json', ...rest },
) {
  const { headers, body = { room: 'standup', user: 'ana' } } = rest;
  const { port } = new URL(url);
  const all = { 'content-type': type, 'x-client': `client ${clients++}`, cookie, origin, ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const call = request({
    hostname: '127.0.0.1',
    port,
    path,
    method,
    headers: { host: `localhost:${port}`, ...given },
  });
  call.end(method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : undefined);
  const [response] = await once(call, 'response');
  const text = Buffer.concat(await response.toArray()).toString();
  const isJson = response.headers['content-type']?.startsWith('application/json');
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : {},
  };
}

/** What stands in for the dev server: it answers with what it was asked. */
async function startDemo() {
  const server = createServer((asked, answer) => answer.end(`the demo at ${asked.url}`));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}` };
}
