// WebKitGTK over WebDriver (w3.org/TR/webdriver2), on a screen of its own: no more of it than the gallery's test asks for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE = 20_000;
const SCREEN = '1280x900x24';
/** Without it no AudioContext runs before a gesture, and the synthetic people, who hum, would show nothing. */
const AUTOPLAY = '--autoplay-policy=allow';

/** Keys as WebDriver names them. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', ArrowRight: '\uE014', Space: ' ' };

/** One window of WebKit; `close()` ends it and all that was started for it. */
export async function launchWebKit({ driver, xvfb }) {
  const stop = [];
  try {
    const screen = await startScreen(xvfb, stop);
    const ask = await startDriver(driver, screen, stop);
    const { sessionId } = await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation', AUTOPLAY] } },
      },
    });
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
    return page(ask, session, () => end(stop));
  } catch (error) {
    end(stop);
    throw error;
  }
}

function page(ask, session, close) {
  const post = (path, body) => ask('POST', session + path, body);
  return {
    close,
    goto: (url) => post('/url', { url }),

    /** What `run` returns or resolves with in the page; rejects with what it throws. */
    async evaluate(run, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => (${run})(...arguments[0]))().then((value) => done({ value }), (e) => done({ error: e.message + '\\n' + e.stack }));`;
      const { error, value } = await post('/execute/async', { script, args: [args] });
      if (error !== undefined) throw new Error(error);
      return value;
    },

    /** Presses a key as a person would, wherever the focus is. */
    press(key) {
      const strokes = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
      return post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: strokes }] });
    },
  };
}

async function startScreen(xvfb, stop) {
  const options = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const screen = start(xvfb, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }, stop);
  const [number] = await once(screen.stdio[3], 'data', { signal: AbortSignal.timeout(PATIENCE) });
  return `:${String(number).trim()}`;
}

/** Resolves with what asks the driver, once it answers. */
async function startDriver(driver, DISPLAY, stop) {
  const port = await freePort();
  const env = { ...process.env, DISPLAY, GDK_BACKEND: 'x11', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  start(driver, [`--port=${port}`], { env, stdio: 'ignore' }, stop);

  async function ask(method, path, body) {
    const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...init });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  for (const started = Date.now(); ; await delay(50)) {
    const error = await ask('GET', '/status').then(
      () => null,
      (thrown) => thrown,
    );
    if (!error) return ask;
    if (Date.now() - started > PATIENCE) throw error;
  }
}

/** A process that is ended with all that it started itself: a page that hangs does not end when it is asked to. */
function start(program, options, how, stop) {
  const child = spawn(program, options, { ...how, detached: true });
  stop.push(() => process.kill(-child.pid, 'SIGKILL'));
  return child;
}

function end(stop) {
  for (const each of stop.splice(0).reverse()) each();
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
