import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { PageTouches } from '../support/page-touches.js';
import { PageWatch } from '../support/page-watch.js';
import { all, button, find, playsOn, press, reads, type } from '../support/page.js';
import { pause } from '../support/wait.js';

/** Long enough for timers and late callbacks of an element that did something by itself. */
const WHILE = 250;

describe('before the person acts', () => {
  let touches: PageTouches;
  let watch: PageWatch;
  let box: HTMLElement;
  beforeEach(() => {
    box = document.createElement('div');
    document.body.append(box);
    touches = new PageTouches();
    watch = new PageWatch();
  });
  afterEach(async () => {
    for (const call of box.querySelectorAll('zego-call')) await call.leave();
    box.remove();
    await loadingRests();
    watch.end();
    touches.end();
  });

  it('would be noticed: a page that touches everything is caught', async () => {
    await fetch('data:,');
    localStorage.getItem('a');
    document.cookie = 'a=; max-age=0';
    void document.fonts.size;
    void indexedDB;
    void navigator.locks;
    await navigator.mediaDevices.enumerateDevices();
    new BroadcastChannel('a').close();
    await new AudioContext().close();
    new RTCPeerConnection().close();
    const seen = touches.all.filter((what) => !what.startsWith('loaded'));
    expect(seen).to.deep.equal([
      'fetch',
      'localStorage',
      'cookie',
      'fonts',
      'indexedDB',
      'locks',
      'enumerateDevices',
      'BroadcastChannel',
      'AudioContext',
      'RTCPeerConnection',
    ]);
  });

  const TAGS = [
    '<zego-call></zego-call>',
    '<zego-call room="room" user="me" app-id="1" token="04abc"></zego-call>',
    '<zego-call engine="local" room="room" user="me"></zego-call>',
    '<zego-call engine="simulated" room="room" user="me"></zego-call>',
    `<zego-call room="room" user="me" app-id="1" token-url="/token">
      <zego-lobby></zego-lobby><zego-preview></zego-preview><zego-remote-grid></zego-remote-grid>
      <zego-controls></zego-controls><zego-tile stream-id="a"></zego-tile></zego-call>`,
  ];
  for (const html of TAGS) {
    it(`touches nothing: ${html.replace(/\s+/g, ' ').slice(0, 80)}`, async () => {
      box.innerHTML = html;
      await reads(box, 'You');
      await pause(WHILE);
      expect(touches.all).to.deep.equal([]);
      expect(watch.opened).to.deep.equal({
        tracks: 0,
        audioContexts: 0,
        peerConnections: 0,
        broadcastChannels: 0,
        sockets: 0,
      });
    });
  }

  it('touches nothing while the person types a name and turns devices off', async () => {
    box.innerHTML = '<zego-call engine="local" room="room" user="me"></zego-call>';
    type(await find<HTMLInputElement>(box, 'input'), 'Ada');
    await press(box, 'Turn off camera');
    await press(box, 'Mute microphone');
    await pause(WHILE);
    expect(beyondOwnCode(touches.all)).to.deep.equal([]);
  });

  it('touches camera and microphone only, with one prompt, and what was chosen of them, when the person asks for a preview', async () => {
    box.innerHTML = '<zego-call engine="local" room="room" user="me"></zego-call>';
    await press(box, 'Show preview');
    await playsOn(await find<HTMLVideoElement>(box, 'zego-preview', 'video'));
    expect(beyondOwnCode(touches.all).filter((what) => what !== 'MediaStream')).to.deep.equal([
      'localStorage',
      'getUserMedia',
      'enumerateDevices',
    ]);
    expect(watch.liveTracks).to.have.length(2);
  });

  it('turns the preview off when its element is removed', async () => {
    box.innerHTML = '<zego-call engine="local" room="room" user="me"></zego-call>';
    await press(box, 'Show preview');
    const video = await find<HTMLVideoElement>(box, 'zego-preview', 'video');
    await playsOn(video);
    const call = await find<ZegoCall>(box, 'zego-call');
    call.remove();
    expect(video.srcObject).to.be.null;
    await pause(WHILE);
    expect(watch.liveTracks).to.deep.equal([]);
    expect(call.state.self.camera.status, 'it is asked for again next time').to.equal('armed');
  });

  it('costs nothing when the element is made and never attached', async () => {
    const before = watch.holdings;
    const calls = Array.from({ length: 20 }, () => document.createElement('zego-call'));
    for (const call of calls)
      Object.assign(call, { engine: 'local', room: 'room', user: 'me', autojoin: true, theme: 'dark' });
    await pause(WHILE);
    expect(touches.all).to.deep.equal([]);
    expect(watch.holdings).to.deep.equal(before);
    expect(calls.every(({ shadowRoot }) => shadowRoot === null)).to.be.true;
  });

  it('holds one listener for the page to be closed, and nothing once it is removed', async () => {
    const before = watch.holdings;
    box.innerHTML = '<zego-call engine="local" room="room" user="me"></zego-call>';
    await button(box, 'Join');
    expect(watch.holdings.listeners).to.deep.equal([...before.listeners, 'window: 1 × pagehide']);
    const call = await find<ZegoCall>(box, 'zego-call');
    call.remove();
    await pause(WHILE);
    expect(watch.holdings).to.deep.equal(before);
    expect(all(box, '*')).to.deep.equal([]);
  });
});

/** What acts on devices is loaded with the first command, from beside what is there already. */
function beyondOwnCode(touches: readonly string[]): string[] {
  const ownCode = new RegExp(`^loaded ${location.origin}/bundle/[^/]+$`);
  return touches.filter((what) => !ownCode.test(what));
}

/** What a call still loads when it is removed is not to be taken for the next one's. */
async function loadingRests(): Promise<void> {
  const count = (): number => performance.getEntriesByType('resource').length;
  for (let before = -1; before !== count(); await pause(WHILE)) before = count();
}
