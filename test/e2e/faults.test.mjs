import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { attachRelay } from '../../tools/relay.mjs';
import { join, launchChrome, openPage, press, seesMoving, until } from './browsers.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();

async function open(query, prepare) {
  return openPage(await stage.newContext(), `${stage.url}?${new URLSearchParams(query)}`, prepare);
}

/** Puts another relay into the page's call than the one that the demo chooses. */
function setServer(page, url) {
  return page.evaluate((address) => document.querySelector('zego-call').setAttribute('server', address), url);
}

/** What it failed with, once it is told in words, which are loaded with the first problem. */
async function failure(page) {
  const told = await until(page, toldFailure, 'it failed, and says why');
  return told.jsonValue();
}

async function relayOn(port = 0) {
  const http = createServer();
  const relay = attachRelay(http, { path: '/relay' });
  await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    port: http.address().port,
    async stop() {
      await relay.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

describe('a call that can not be', () => {
  it('with a relay that is not there fails as `network`, and Try again works once it is', async () => {
    const gone = await relayOn();
    await gone.stop();
    const page = await open({ room: 'no-relay', user: 'ana', via: 'relay' });
    await setServer(page, `ws://127.0.0.1:${gone.port}/relay`);
    await press(page, 'Join');
    const { code, message } = await failure(page);
    assert.equal(code, 'network');
    assert.match(message, /connection/i);
    const back = await relayOn(gone.port);
    try {
      await press(page, 'Try again');
      await until(
        page,
        () => document.querySelector('zego-call').state.connection.status === 'joined',
        'joined',
      );
    } finally {
      await back.stop();
    }
  });

  it('whose engine does not load fails as `network`, and Try again works once it does', async () => {
    let broken = true;
    const page = await open({ room: 'no-engine', user: 'ana', via: 'tabs' }, async (opened) => {
      await opened.setRequestInterception(true);
      opened.on('request', (request) =>
        broken && request.url().includes('local-engine') ? request.abort() : request.continue(),
      );
    });
    await press(page, 'Join');
    assert.equal((await failure(page)).code, 'network');
    broken = false;
    await press(page, 'Try again');
    await until(
      page,
      () => document.querySelector('zego-call').state.connection.status === 'joined',
      'joined',
    );
  });

  it('in a browser without WebRTC fails as `unsupported`', async () => {
    const page = await open({ room: 'no-webrtc', user: 'ana', via: 'tabs' }, (opened) =>
      opened.evaluateOnNewDocument(() => delete globalThis.RTCPeerConnection),
    );
    await press(page, 'Join');
    assert.equal((await failure(page)).code, 'unsupported');
  });

  it('on an insecure page fails as `insecure-context` and asks for no device', async () => {
    const insecure = await stage.launch(
      launchChrome({ flags: ['--host-resolver-rules=MAP insecure.test 127.0.0.1'] }),
    );
    const url = stage.url.replace('localhost', 'insecure.test');
    const page = await openPage(insecure, `${url}demo/script-tag.html`);
    await press(page, 'Join');
    const { code, message } = await failure(page);
    assert.equal(code, 'insecure-context');
    assert.match(message, /https/);
  });
});

describe('a call without devices', () => {
  async function joinDenied(denied) {
    const browser = await stage.launch(launchChrome({ without: ['--use-fake-ui-for-media-stream'] }));
    const context = await browser.createBrowserContext();
    const page = await openPage(context, `${stage.url}?room=denied&user=ana&via=tabs`, async (opened) => {
      const session = await opened.createCDPSession();
      for (const name of ['camera', 'microphone'])
        await session.send('Browser.setPermission', {
          permission: { name },
          browserContextId: context.id,
          setting: denied.includes(name) ? 'denied' : 'granted',
        });
    });
    await join(page);
    const banner = await until(page, bannerWords, 'the banner tells something');
    const { camera, microphone } = await page.evaluate(() => document.querySelector('zego-call').state.self);
    return {
      camera: camera.status,
      microphone: microphone.status,
      code: camera.error?.code,
      banner: await banner.jsonValue(),
    };
  }

  it('that denies both joins to watch, and says so', async () => {
    const { banner, camera, code, microphone } = await joinDenied(['camera', 'microphone']);
    assert.deepEqual(
      { camera, microphone, code },
      { camera: 'failed', microphone: 'failed', code: 'permission-denied' },
    );
    assert.match(banner, /not allow microphone and camera/);
  });

  it('that denies the camera joins with the microphone, and says so', async () => {
    const { banner, camera, microphone } = await joinDenied(['camera']);
    assert.deepEqual({ camera, microphone }, { camera: 'failed', microphone: 'on' });
    assert.match(banner, /not allow the camera/);
  });
});

describe('a relay that drops in mid-call', () => {
  it('is waited for while pictures go on, and the call is whole again when it is back', async () => {
    const relay = await relayOn();
    const url = `ws://127.0.0.1:${relay.port}/relay`;
    const [ana, ben] = [
      await open({ room: 'dropped', user: 'ana', via: 'relay' }),
      await open({ room: 'dropped', user: 'ben', via: 'relay' }),
    ];
    for (const page of [ana, ben]) {
      await setServer(page, url);
      await join(page);
    }
    await seesMoving(ana, 1);
    await relay.stop();
    await until(
      ana,
      () => document.querySelector('zego-call').state.connection.status === 'reconnecting',
      'reconnecting',
    );
    await seesMoving(ana, 1);
    const back = await relayOn(relay.port);
    try {
      for (const page of [ana, ben])
        await until(
          page,
          () => document.querySelector('zego-call').state.connection.status === 'joined',
          'joined',
        );
      await seesMoving(ana, 1);
      const cleo = await open({ room: 'dropped', user: 'cleo', via: 'relay' });
      await setServer(cleo, url);
      await join(cleo);
      await seesMoving(cleo, 2);
    } finally {
      await back.stop();
    }
  });
});

// These run in the page.

function toldFailure() {
  const call = document.querySelector('zego-call');
  if (call.state.connection.status !== 'failed') return null;
  const message = call.shadowRoot.querySelector('zego-lobby').shadowRoot.querySelector('[part=message]');
  return message.checkVisibility() && { code: call.error.code, message: message.textContent.trim() };
}

function bannerWords() {
  const banner = document.querySelector('zego-call').shadowRoot.querySelector('[part=banner]');
  return banner?.shadowRoot.querySelector('span')?.textContent.trim();
}
