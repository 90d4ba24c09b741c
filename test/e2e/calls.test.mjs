import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  firefoxPath,
  hears,
  join,
  launchFirefox,
  openPage,
  press,
  seesMoving,
  tilesBecome,
  until,
} from './browsers.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();

async function twoTabs(room, address = (user) => stage.demo(room, user, 'tabs')) {
  const context = await stage.newContext();
  const ana = await openPage(context, address('ana'));
  await join(ana);
  const ben = await openPage(context, address('ben'));
  await join(ben);
  return [ana, ben];
}

describe('two tabs of one browser', () => {
  it('see and hear each other', async () => {
    const [ana, ben] = await twoTabs('see-and-hear');
    await seesMoving(ben, 1);
    await hears(ben);
    await seesMoving(ana, 1);
    await hears(ana);
    assert.deepEqual([...ana.failures, ...ben.failures], []);
  });

  it('lose the tile of one that is closed within 2 s', async () => {
    const [ana, ben] = await twoTabs('closing');
    await seesMoving(ana, 1);
    await ben.close();
    const milliseconds = await tilesBecome(ana, 0);
    assert.ok(milliseconds < 2000, `it took ${milliseconds} ms`);
  });

  it('lose the tile of one that goes to another page within 2 s, its camera off', async () => {
    const [ana, ben] = await twoTabs('navigating');
    await seesMoving(ana, 1);
    await ben.goto('about:blank');
    const milliseconds = await tilesBecome(ana, 0);
    assert.ok(milliseconds < 2000, `it took ${milliseconds} ms`);
  });

  it('with the same user: the first is told so, and the second stays', async () => {
    const context = await stage.newContext();
    const first = await openPage(context, stage.demo('same-user', 'ana', 'tabs'));
    await join(first);
    const second = await openPage(context, stage.demo('same-user', 'ana', 'tabs'));
    await join(second);
    await until(
      first,
      () => document.querySelector('zego-call').state.connection.reason === 'duplicate-login',
      'the first is told',
    );
    assert.equal(
      await second.evaluate(() => document.querySelector('zego-call').state.connection.status),
      'joined',
    );
  });

  it('leave and join again with the buttons', async () => {
    const [ana, ben] = await twoTabs('again');
    await ben.bringToFront();
    await press(ben, 'Leave');
    await tilesBecome(ana, 0);
    await press(ben, 'Join again');
    await seesMoving(ana, 1);
    await seesMoving(ben, 1);
  });
});

describe('through the relay', () => {
  it('two browsers that know nothing of each other see and hear each other', async () => {
    const ana = await openPage(await stage.newContext(), stage.demo('relayed', 'ana', 'relay'));
    const ben = await openPage(await stage.newContext(), stage.demo('relayed', 'ben', 'relay'));
    await join(ana);
    await join(ben);
    await seesMoving(ana, 1);
    await hears(ana);
    await seesMoving(ben, 1);
    await hears(ben);
    await ben.close();
    const milliseconds = await tilesBecome(ana, 0);
    assert.ok(milliseconds < 2000, `it took ${milliseconds} ms`);
  });

  it('three people see one another', async () => {
    const pages = [];
    for (const user of ['ana', 'ben', 'cleo']) {
      pages.push(await openPage(await stage.newContext(), stage.demo('three', user, 'relay')));
      await join(pages.at(-1));
    }
    for (const page of pages) await seesMoving(page, 2);
  });

  const needsFirefox = firefoxPath ? {} : { skip: 'no Firefox is installed' };
  it('Chromium and Firefox see and hear each other', needsFirefox, async () => {
    const firefox = await stage.launch(launchFirefox());
    const ana = await openPage(await stage.newContext(), stage.demo('two-makes', 'ana', 'relay'));
    const ben = await openPage(firefox, stage.demo('two-makes', 'ben', 'relay'));
    await join(ana);
    await join(ben);
    await seesMoving(ana, 1);
    await hears(ana);
    await seesMoving(ben, 1);
    await hears(ben);
    await press(ana, 'Turn off camera');
    await until(
      ben,
      () => document.querySelector('zego-call').participants[0].streams[0].video === false,
      'Firefox is told that the camera is off',
    );
    await ben.close();
    await tilesBecome(ana, 0);
  });
});

describe('the script-tag page, from dist/', () => {
  it('holds a call between two tabs', async () => {
    const address = (user) => `${stage.url}demo/script-tag.html?room=script-tag&user=${user}`;
    const [ana, ben] = await twoTabs('', address);
    await seesMoving(ana, 1);
    await hears(ana);
    await seesMoving(ben, 1);
    assert.deepEqual([...ana.failures, ...ben.failures], []);
  });

  it('loads at most 3 files, from its own host, and opens nothing before Join', async () => {
    const requests = [];
    await openPage(await stage.newContext(), `${stage.url}demo/script-tag.html`, async (page) => {
      page.on('request', (request) => requests.push(request.url()));
    }).then((page) =>
      until(
        page,
        () => document.querySelector('zego-call').shadowRoot.querySelector('zego-lobby'),
        'the lobby shows',
      ),
    );
    const [, ...files] = requests;
    assert.ok(files.length >= 1 && files.length <= 3, files.join('\n'));
    for (const file of files) assert.equal(new URL(file).origin, new URL(stage.url).origin);
  });

  it('loads nothing on the way to a usable call that the budget does not count', async () => {
    const { join: counted, withImports } = await import('../../tools/loaded-files.mjs');
    const loaded = [];
    const page = await openPage(
      await stage.newContext(),
      `${stage.url}demo/script-tag.html?room=counted&user=ana`,
      async (opening) => {
        opening.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      },
    );
    await join(page);
    await press(page, 'Turn off camera');
    const files = () => loaded.flatMap((path) => /^\/dist\/(.+\.js)$/.exec(path)?.[1] ?? []);
    const missing = () => [...counted].filter((file) => !files().includes(file)).sort();
    const expected = ['zego-engine.js', 'zego-sdk.js'];
    const end = performance.now() + 10_000; // What is loaded last, nobody waits for.
    while (missing().length > expected.length && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(missing(), expected);
    const others = withImports('local-engine.js');
    assert.deepEqual(
      files().filter((file) => !counted.has(file) && !others.has(file)),
      [],
    );
  });
});
