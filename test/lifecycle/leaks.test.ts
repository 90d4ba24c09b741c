import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { PageWatch } from '../support/page-watch.js';
import { all, find, playsOn } from '../support/page.js';
import { eventually } from '../support/wait.js';

/** What is left is counted exactly, so that fewer tell as much, in a browser that takes longer for them. */
const ROUNDS = navigator.userAgent.includes('Firefox') ? 5 : 20;

describe(`after ${ROUNDS} rounds of add, join, leave, remove`, function () {
  this.timeout(90_000);
  let stage: CallStage;
  let watch: PageWatch;
  beforeEach(() => {
    stage = new CallStage();
    watch = new PageWatch();
  });
  afterEach(async () => {
    await stage.end();
    watch.end();
  });

  it('what is left would be noticed', async () => {
    const before = watch.holdings;
    const controller = new AbortController();
    const { signal } = controller;
    const style = document.createElement('style');
    document.head.append(style);
    document.adoptedStyleSheets.push(new CSSStyleSheet());
    for (const target of [window, document, visualViewport, navigator.mediaDevices])
      target?.addEventListener('change', () => undefined, { signal });
    const nothing = (): void => undefined;
    const observers = [MutationObserver, ResizeObserver, IntersectionObserver].map((Observer) => {
      const observer = new Observer(nothing);
      observer.observe(style, { childList: true });
      return observer;
    });
    const entries = new PerformanceObserver(nothing);
    entries.observe({ type: 'mark' });
    const timer = setInterval(() => undefined, 60_000);
    const media = await navigator.mediaDevices.getUserMedia({ audio: true });
    const [connection, channel, context] = [
      new RTCPeerConnection(),
      new BroadcastChannel('left'),
      new AudioContext(),
    ];
    expect(watch.holdings).to.deep.equal({
      styleSheets: before.styleSheets + 1,
      adoptedStyleSheets: before.adoptedStyleSheets + 1,
      headElements: before.headElements + 1,
      bodyElements: before.bodyElements,
      listeners: ['window', 'document', 'visualViewport', 'mediaDevices'].map(
        (name) => `${name}: 1 × change`,
      ),
      observers: [
        'IntersectionObserver: style',
        'MutationObserver: style',
        'PerformanceObserver: ',
        'ResizeObserver: style',
      ],
      timers: ['60000 ms'],
      liveTracks: 1,
      audioContexts: 1,
      peerConnections: 1,
      broadcastChannels: 1,
      sockets: 0,
    });
    style.remove();
    document.adoptedStyleSheets.pop();
    controller.abort();
    for (const observer of [...observers, entries]) observer.disconnect();
    clearInterval(timer);
    for (const track of media.getTracks()) track.stop();
    connection.close();
    channel.close();
    await context.close();
    expect(watch.holdings).to.deep.equal(before);
  });

  it('nothing is left of a simulated call', async () => {
    stage.enter('ada');
    stage.enter('bob').publish({ source: 'screen' });
    const before = watch.holdings;
    for (let round = 0; round < ROUNDS; round++) {
      const call = await stage.joined();
      await eventually(() => all(call, 'zego-tile').length === 3, 'all are there');
      if (round === 0) await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
      await call.startScreenShare();
      await call.leave();
      call.remove();
    }
    expect(watch.opened.tracks).to.be.at.least(ROUNDS * 3);
    await watch.becomes(before);
  });

  it('nothing is left of engine="simulated" with its residents', async () => {
    const before = watch.holdings;
    for (let round = 0; round < ROUNDS; round++) {
      const call = await stage.call({ engine: 'simulated', devices: null });
      await call.join();
      await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
      await call.sendMessage('Hello');
      await call.leave();
      call.remove();
    }
    expect(watch.opened.audioContexts).to.be.at.least(ROUNDS);
    await watch.becomes(before);
  });

  for (const [way, server] of [
    ['from tab to tab', ''],
    ['over a relay', `ws://${location.host}/relay`],
  ] as const) {
    it(`nothing is left of engine="local" with real connections ${way}`, async () => {
      const before = watch.holdings;
      const room = `leaks-${crypto.randomUUID()}`;
      const add = (user: string): Promise<ZegoCall> =>
        stage.call({ engine: 'local', devices: null, server, room, user });
      for (let round = 0; round < ROUNDS; round++) {
        const calls = await Promise.all([add('one'), add('two')]);
        await Promise.all(calls.map((call) => call.join()));
        for (const call of calls)
          if (round % 10 === 0) await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
          else await find(call, 'zego-tile');
        await Promise.all(calls.map((call) => call.leave()));
        for (const call of calls) call.remove();
      }
      const { broadcastChannels, peerConnections, sockets, tracks } = watch.opened;
      expect(peerConnections).to.be.at.least(ROUNDS * 2);
      expect(server ? sockets : broadcastChannels).to.be.at.least(ROUNDS * 2);
      expect(tracks).to.be.at.least(ROUNDS * 4);
      await watch.becomes(before);
    });
  }

  it('nothing is left of calls that are removed without leaving', async () => {
    stage.enter('ada');
    const before = watch.holdings;
    for (let round = 0; round < ROUNDS; round++) {
      const call = await stage.joined({ user: `me-${round}` });
      await find(call, 'zego-tile');
      call.remove();
      await until(call, 'ended');
    }
    await watch.becomes(before);
    expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada']);
  });
});
