import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { after, afterEach, beforeEach, test } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { attachRelay } from '../../tools/relay.mjs';

let server;
let relay;
const clients = new Set();

beforeEach(async () => {
  await start();
});

afterEach(async () => {
  for (const client of clients) client.socket.terminate();
  clients.clear();
  await relay.close();
  server.close();
});

async function start(options) {
  server = createServer();
  relay = attachRelay(server, options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

async function restart(options) {
  await relay.close();
  server.close();
  await start(options);
}

const url = (path = '/relay') => `ws://127.0.0.1:${server.address().port}${path}`;

/** A client that keeps what it hears. */
class Client {
  heard = [];
  #wake = () => {};

  constructor(options) {
    this.socket = new WebSocket(url(), options);
    clients.add(this);
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(data.toString()));
      this.#wake();
    });
    this.closed = once(this.socket, 'close').then(([code]) => code);
  }

  say(message) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async hear(type) {
    const deadline = Date.now() + 5_000;
    for (;;) {
      const index = this.heard.findIndex((message) => message.type === type);
      if (index >= 0) return this.heard.splice(index, 1)[0];
      assert.ok(Date.now() < deadline, `waited in vain for "${type}"`);
      await new Promise((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }
}

async function open(options) {
  const client = new Client(options);
  await once(client.socket, 'open');
  return client;
}

async function enter(peer, room = 'room', key = `key of ${peer}`) {
  const client = await open();
  client.say({ type: 'hello', room, peer, key });
  client.welcome = await client.hear('welcome');
  return client;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('welcomes members in the order of their arrival, and tells who is there', async () => {
  const ada = await enter('ada');
  const chidi = await enter('chidi');
  assert.deepEqual(ada.welcome.peers, []);
  assert.deepEqual(chidi.welcome.peers, ['ada']);
  assert.ok(chidi.welcome.since > ada.welcome.since);
});

test('forwards to everybody else, or to one', async () => {
  const [ada, chidi, emi] = [await enter('ada'), await enter('chidi'), await enter('emi')];
  ada.say({ type: 'send', data: { n: 1 } });
  assert.deepEqual(await chidi.hear('message'), { type: 'message', from: 'ada', data: { n: 1 } });
  assert.deepEqual((await emi.hear('message')).data, { n: 1 });

  ada.say({ type: 'send', to: 'emi', data: { n: 2 } });
  assert.deepEqual((await emi.hear('message')).data, { n: 2 });
  await pause(50);
  assert.deepEqual(chidi.heard, []);
  assert.deepEqual(ada.heard, []);
});

test('keeps rooms apart', async () => {
  const [ada, chidi] = [await enter('ada'), await enter('chidi', 'another room')];
  ada.say({ type: 'send', data: 'hello' });
  ada.say({ type: 'send', to: 'chidi', data: 'hello' });
  await pause(50);
  assert.deepEqual(chidi.heard, []);
});

test('tells who left, and who was lost', async () => {
  const [ada, chidi, emi] = [await enter('ada'), await enter('chidi'), await enter('emi')];
  chidi.socket.close(1000);
  assert.deepEqual(await ada.hear('gone'), { type: 'gone', peer: 'chidi', clean: true });
  emi.socket.terminate();
  assert.deepEqual(await ada.hear('gone'), { type: 'gone', peer: 'emi', clean: false });
});

test('lets a member come back over another socket, and nobody else in its name', async () => {
  const [ada, chidi] = [await enter('ada'), await enter('chidi')];
  const thief = await open();
  thief.say({ type: 'hello', room: 'room', peer: 'chidi', key: 'guessed' });
  assert.equal(await thief.closed, 4000);

  await enter('chidi');
  assert.equal(await chidi.closed, 4002);
  await pause(50);
  assert.deepEqual(ada.heard, [], 'coming back is no going');
});

test('lets sixteen into a room', async () => {
  for (let n = 0; n < 16; n += 1) await enter(`peer ${n}`);
  const late = await open();
  late.say({ type: 'hello', room: 'room', peer: 'late', key: 'k' });
  assert.equal(await late.closed, 4001);
});

for (const [what, message] of [
  ['no JSON', '{'],
  ['null', 'null'],
  ['a message before hello', { type: 'send', data: 1 }],
  ['a hello without a peer', { type: 'hello', room: 'room', key: 'k' }],
  ['a hello with a room that is too long', { type: 'hello', room: 'r'.repeat(129), peer: 'p', key: 'k' }],
  ['a hello with numbers', { type: 'hello', room: 1, peer: 2, key: 3 }],
]) {
  test(`closes on ${what}`, async () => {
    const client = await open();
    client.say(message);
    assert.equal(await client.closed, 4000);
  });
}

test('closes on binary and on too much', async () => {
  const binary = await open();
  binary.socket.send(Buffer.from([1, 2, 3]));
  assert.equal(await binary.closed, 1003);
  const long = await enter('long');
  long.say({ type: 'send', data: 'x'.repeat(64 * 1024) });
  assert.equal(await long.closed, 1009);
});

test('closes a second hello', async () => {
  const ada = await enter('ada');
  ada.say({ type: 'hello', room: 'other', peer: 'ada', key: 'k' });
  assert.equal(await ada.closed, 4000);
});

test('closes who says nothing, and who no longer answers', async () => {
  await restart({ heartbeat: 50, helloTimeout: 100 });
  const mute = await open();
  assert.equal(await mute.closed, 1006);

  const ada = await enter('ada');
  assert.deepEqual(await ada.hear('ping'), { type: 'ping' });
  const deaf = await open({ autoPong: false });
  deaf.say({ type: 'hello', room: 'room', peer: 'deaf', key: 'k' });
  assert.equal(await deaf.closed, 1006);
  assert.deepEqual(await ada.hear('gone'), { type: 'gone', peer: 'deaf', clean: false });
  assert.equal(ada.socket.readyState, WebSocket.OPEN);
});

test('leaves other paths to other handlers', async () => {
  const other = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    if (request.url === '/wds') other.handleUpgrade(request, stream, head, (socket) => socket.send('other'));
  });
  const client = new WebSocket(url('/wds'));
  const [data] = await once(client, 'message');
  assert.equal(data.toString(), 'other');
  client.terminate();
});

test('survives a broken frame', async () => {
  const ada = await enter('ada');
  const raw = connect(server.address().port, '127.0.0.1');
  raw.on('error', () => {});
  raw.write(
    'GET /relay HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await once(raw, 'data');
  raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  await once(raw, 'close');
  const chidi = await enter('chidi');
  chidi.say({ type: 'send', data: 'still here' });
  assert.equal((await ada.hear('message')).data, 'still here');
});

test('ends all when it is closed, and leaves the server', async () => {
  const ada = await enter('ada');
  await relay.close();
  assert.equal(await ada.closed, 1006);
  assert.equal(server.listening, true);
  assert.equal(server.listenerCount('upgrade'), 0);
});

test('runs alone', async () => {
  const child = spawn(process.execPath, ['tools/relay.mjs', '--port', '0'], {
    cwd: new URL('../..', import.meta.url),
  });
  after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const address = /ws:\/\/\S+/.exec(line.toString())?.[0];
  assert.ok(address);
  const client = new WebSocket(address);
  await once(client, 'open');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  client.terminate();
});
