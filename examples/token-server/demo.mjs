// For trying on this machine: a sign-in that believes everybody, and the demo behind the same address. A page and its
// token URL must share an origin, or the browser keeps the session's cookie to itself.
import { html } from 'hono/html';
import { proxy } from 'hono/proxy';
import { ID_CHARACTER } from './ids.mjs';
import { signIn } from './session.mjs';

const USER = `${ID_CHARACTER}{1,64}`;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Another name that leads here belongs to a page elsewhere, which would be taken for one of our own. */
export function thisMachineOnly(c, next) {
  const isHere = THIS_MACHINE.test(c.req.header('host'));
  return isHere ? next() : c.json({ error: 'The demo is for this machine alone' }, 403);
}

export function addDemo(app, { demo, appId }) {
  app.get('/login', (c) => c.html(form));
  app.post('/login', async (c) => {
    const { user } = await c.req.parseBody();
    if (!new RegExp(`^${USER}$`).test(user)) return c.json({ error: 'That can be no user ID' }, 400);
    await signIn(c, user);
    const query = new URLSearchParams({ via: 'zego', 'app-id': appId, 'token-url': '/token', user });
    return c.redirect(`/?${query}`, 303);
  });
  app.get('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return proxy(new URL(pathname + search, demo));
  });
}

const form = html`<!doctype html>
  <html lang="en">
    <title>Sign in</title>
    <link rel="icon" href="data:," />
    <form method="post">
      <label>User ID <input name="user" required pattern="${USER}" /></label>
      <button>Sign in</button>
    </form>
  </html>`;
