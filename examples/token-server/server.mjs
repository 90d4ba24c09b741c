// Answers the `token-url` of <zego-call>: who is signed in gets a token for themselves, for one room and a short time.
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createToken04 } from 'zego-call/server';
import { readConfig } from './config.mjs';
import { addDemo, thisMachineOnly } from './demo.mjs';
import { ID_CHARACTER } from './ids.mjs';
import { RateLimit } from './rate-limit.mjs';
import { mayEnter, readSession } from './session.mjs';

/** In seconds. Short, since a token may be seen on its way; a call fetches the next one by itself. */
const LIFETIME = 600;
const MAX_BODY = 1024;
const ROOM = new RegExp(`^${ID_CHARACTER}{1,128}$`);
/** In a minute. Many people may share an address. */
const PER_SESSION = 10;
const PER_ADDRESS = 60;

function createApp(config) {
  const app = new Hono();
  app.onError((error, c) => {
    console.error(error);
    return refuse(c, 500, 'Something went wrong here');
  });
  app.notFound((c) => refuse(c, 404, 'There is nothing here'));

  if (config.demo) app.use(thisMachineOnly);
  app.use('/token', noStore);
  if (config.origins.length > 0) app.use('/token', crossOrigin(config.origins));
  app.use('/token', knownPages(config.origins), addressLimit(config.addressHeader));
  app.post('/token', bodyLimit({ maxSize: MAX_BODY, onError: tooLong }), tokens(config));
  app.all('/token', (c) => refuse(c, 405, 'POST only', { Allow: 'POST' }));
  if (config.demo) addDemo(app, config);
  return app;
}

function tokens({ appId, serverSecret }) {
  const sessions = new RateLimit({ limit: PER_SESSION });
  return async (c) => {
    const session = await readSession(c);
    if (!session) return refuse(c, 401, 'Sign in first');
    const wait = sessions.take(session.id);
    if (wait > 0) return tooMany(c, wait);

    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 415, 'The body must be application/json');
    const { room, user } = (await c.req.json().catch(() => undefined)) ?? {};
    if (typeof room !== 'string' || !ROOM.test(room) || typeof user !== 'string')
      return refuse(c, 400, 'The body must be {"room", "user"}');
    if (user !== session.user) return refuse(c, 403, 'You are signed in as somebody else');
    if (!(await mayEnter(user, room))) return refuse(c, 403, 'This room is not open to you');

    const token = await createToken04({ appId, serverSecret, userId: user, lifetime: LIFETIME, room });
    return c.json({ token });
  };
}

function noStore(c, next) {
  c.header('Cache-Control', 'no-store');
  return next();
}

function crossOrigin(origin) {
  const allowed = { allowMethods: ['POST'], allowHeaders: ['Content-Type'], credentials: true };
  return cors({ origin, ...allowed, maxAge: 600 });
}

/** Without CORS a browser hides the answer, but by then the question has been asked: others may not even ask. */
function knownPages(origins) {
  return (c, next) => {
    const origin = c.req.header('origin'); // Programs have none.
    const isOwn = origin?.replace(/^https?:\/\//, '') === c.req.header('host');
    if (origin === undefined || isOwn || origins.includes(origin)) return next();
    return refuse(c, 403, 'This page may not ask for tokens');
  };
}

/** Behind a proxy everybody has the proxy's address; `header` is where it writes whom it speaks for. */
function addressLimit(header) {
  const addresses = new RateLimit({ limit: PER_ADDRESS });
  return (c, next) => {
    const wait = addresses.take((header && c.req.header(header)) || getConnInfo(c).remote.address);
    return wait > 0 ? tooMany(c, wait) : next();
  };
}

function tooLong(c) {
  return refuse(c, 413, 'That is too long');
}

function tooMany(c, seconds) {
  return refuse(c, 429, 'Too many requests', { 'Retry-After': String(seconds) });
}

function refuse(c, status, error, headers) {
  return c.json({ error }, status, headers);
}

function fail({ message }) {
  console.error(message);
  process.exitCode = 1;
}

try {
  const config = await readConfig(process.env);
  const options = { fetch: createApp(config).fetch, hostname: config.host, port: config.port };
  const server = serve(options, ({ port }) => {
    console.log(`Tokens at http://localhost:${port}/token`);
    if (config.demo) console.log(`Sign in at http://localhost:${port}/login`);
  });
  server.once('error', fail);
} catch (error) {
  fail(error);
}
