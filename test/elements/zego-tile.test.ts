import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage } from '../support/call-stage.js';
import { WatchedEngine } from '../call/watched-engine.js';
import { all, find, gone, playsOn, press, reads, words } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

describe('<zego-tile>', () => {
  let stage: CallStage;
  let ada: SimulatedParticipant;
  let bob: SimulatedParticipant;
  let call: HTMLElement;
  let tiles: readonly [HTMLElement, HTMLElement];
  beforeEach(async () => {
    stage = new CallStage();
    ada = stage.enter('ada', 'Ada Lovelace');
    bob = stage.enter('bob', 'Bob');
    call = await stage.joined();
    await eventually(() => all(call, 'zego-tile').length === 2, 'there are two tiles');
    const [first, second] = all(call, 'zego-tile');
    tiles = [first!, second!];
    await reads(tiles[0], 'Ada Lovelace');
    await reads(tiles[1], 'Bob');
  });
  afterEach(() => stage.end());

  const POOR = '[role="img"][aria-label="Poor connection"]';
  const MUTED = '[role="img"][aria-label="Microphone muted"]';

  it('shows the initials while the camera is off, and the picture again after it', async () => {
    const video = await find<HTMLVideoElement>(tiles[0], 'video');
    await playsOn(video);
    expect(all(tiles[0], '.avatar')).to.have.length(0);
    ada.mute('video');
    expect(words(await find(tiles[0], '[part="avatar"]'))).to.equal('AL');
    expect(getComputedStyle(video).opacity, 'the last frame is hidden').to.equal('0');
    expect(video.ariaHidden, 'also from screen readers').to.equal('true');
    expect(all(tiles[1], '[part="avatar"]'), 'that of somebody else').to.have.length(0);
    ada.unmute('video');
    await gone(tiles[0], '[part="avatar"]');
    await playsOn(video);
    expect([getComputedStyle(video).opacity, video.ariaHidden]).to.deep.equal(['1', 'false']);
  });

  describe('of a stream that does not play', () => {
    const PROBLEM = '[part="problem"]';

    /** The tile of Ada's stream in a call whose engine has given up playing it. */
    async function failedTile(error: CallError): Promise<{ tile: HTMLElement; engine: WatchedEngine }> {
      const engine: WatchedEngine = new WatchedEngine(stage.world.createEngine(), {
        play: async (streamId) => {
          engine.emit({ type: 'play-state', streamId, state: 'retrying' });
          throw error;
        },
      });
      const other = await stage.joined({ user: 'eve', engine: () => engine, viewOnly: true });
      const tile = await find(other, 'zego-tile');
      return { tile, engine };
    }

    it('says why, and plays it again on demand', async () => {
      const { engine, tile } = await failedTile(new CallError('network', 'Of the test'));
      await reads(await find(tile, PROBLEM), 'The call could not be reached.');
      engine.faults = {};
      await press(tile, 'Try again');
      await gone(tile, PROBLEM);
      await playsOn(await find<HTMLVideoElement>(tile, 'video'));
    });

    it('offers nothing where trying again is pointless', async () => {
      const { tile } = await failedTile(new CallError('forbidden', 'Of the test'));
      await reads(await find(tile, PROBLEM), 'You may watch this call');
      expect(all(await find(tile, PROBLEM), 'button')).to.deep.equal([]);
    });
  });

  describe('of a picture that does not come', () => {
    const PAUSED = '[part="paused"]';
    const streamOf = ({ user }: SimulatedParticipant): string =>
      stage.room.streams.find((stream) => stream.user.id === user.id)!.streamId;
    /** As engines report it, again and again. */
    const frames = (frameRate: number) => (): void => stage.room.setFigures(streamOf(ada), { frameRate });

    it('says so when it stands still, until it moves again', async () => {
      const stand = frames(0);
      await eventually(() => (stand(), all(tiles[0], PAUSED).length === 1), 'it is told');
      expect(words(tiles[0])).to.contain('Video paused');
      expect(all(tiles[1], PAUSED), 'of somebody else').to.have.length(0);
      frames(15)();
      await gone(tiles[0], PAUSED);
    });

    it('says nothing of the kind when the camera is off, or was turned on just now', async () => {
      ada.mute('video');
      await find(tiles[0], '[part="avatar"]');
      for (let report = 0; report < 5; report++) frames(0)();
      ada.unmute('video');
      await gone(tiles[0], '[part="avatar"]');
      frames(0)();
      await pause(100);
      expect(all(tiles[0], PAUSED)).to.have.length(0);
    });

    it('says so where others are played in its place, but not in a call for sound', async () => {
      for (let nth = 0; nth < 50; nth++)
        stage.room.enter({ id: `person-${nth}` }).publish({ audio: false, picture: false });
      // All on the screen: what is below it, or on another page, is not received either.
      const style =
        'inline-size: 1200px; block-size: 900px; position: fixed; inset: 0; scale: 0.5; transform-origin: 0 0';
      const another = await stage.joined({ style, user: 'other', viewOnly: true });
      await eventually(() => all(another, 'zego-tile', PAUSED).length === 3, 'three wait');
      expect(another.participants.flatMap(({ streams }) => streams)).to.have.length(53);
      await another.leave();
      another.mode = 'audio';
      await another.join();
      await eventually(() => all(another, 'zego-tile', 'zego-tile-layer').length === 53, 'all are there');
      expect(all(another, 'zego-tile', PAUSED)).to.have.length(0);
    });
  });

  it('shows whose connection is poor, either way', async () => {
    for (const [up, down] of [
      [3, 0],
      [0, 4],
    ] as const) {
      ada.quality(up, down);
      await find(tiles[0], POOR);
      expect(all(tiles[1], POOR)).to.have.length(0);
      ada.quality(2, 2);
      await gone(tiles[0], POOR);
    }
  });

  it('shows who is muted', async () => {
    expect(all(call, 'zego-tile', MUTED)).to.have.length(0);
    ada.mute('audio');
    await find(tiles[0], MUTED);
    expect(all(tiles[1], MUTED)).to.have.length(0);
    ada.unmute('audio');
    await gone(tiles[0], MUTED);
  });

  it('marks who speaks, for as long as they do', async () => {
    bob.speak(0.6);
    await eventually(() => tiles[1].hasAttribute('data-speaking'), 'Bob is marked');
    expect(tiles[0].hasAttribute('data-speaking')).to.be.false;
    bob.speak(0);
    await eventually(() => !tiles[1].hasAttribute('data-speaking'), 'Bob is not marked any more');
  });

  it('does not mark the noise of a quiet room', async () => {
    ada.speak(0.03);
    bob.speak(0.6);
    await eventually(() => tiles[1].hasAttribute('data-speaking'), 'Bob is marked');
    expect(tiles[0].hasAttribute('data-speaking')).to.be.false;
  });

  it('renders nothing for a new sound level but the mark on that one tile', async () => {
    await Promise.all(all<HTMLVideoElement>(call, 'zego-tile', 'video').map(playsOn));
    await reads(await find(call, '.announcer'), 'You are in the call');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    const options = { attributes: true, childList: true, characterData: true, subtree: true };
    const roots = [call, ...all(call, '*')].flatMap((element) => [element, element.shadowRoot ?? []].flat());
    for (const root of roots) observer.observe(root, options);
    bob.speak([0.6, 0.3, 0.8]);
    await eventually(() => tiles[1].hasAttribute('data-speaking'), 'Bob is marked');
    await eventually(() => !tiles[1].hasAttribute('data-speaking'), 'Bob is not marked any more');
    observer.disconnect();
    const changed = new Set(changes.map(({ target }) => target));
    expect([...changed]).to.deep.equal([tiles[1]]);
    expect(new Set(changes.map(({ attributeName }) => attributeName))).to.deep.equal(
      new Set(['data-speaking']),
    );
  });

  it('shows name and level, and no picture, in a call for sound only', async () => {
    const quiet = await stage.joined({ user: 'listener', mode: 'audio' });
    await eventually(() => all(quiet, 'zego-tile').length >= 2, 'there are tiles');
    const tile = await eventually(
      () => all(quiet, 'zego-tile').find((each) => words(each).includes('Bob')),
      'Bob is there',
    );
    const avatar = await find(tile, '.avatar');
    expect(getComputedStyle(await find(tile, 'video')).opacity).to.equal('0');
    expect(all(quiet, 'zego-tile', '[data-empty]')).to.have.length(all(quiet, 'zego-tile').length);
    const level = (): number => Number(avatar.style.getPropertyValue('--_level'));
    bob.speak([0.6, 0.3, 0.8]);
    await eventually(() => level() > 0.2, 'the level rises');
    await eventually(() => level() === 0, 'and falls');
    expect(stage.room.streams.filter(({ user }) => user.id === 'listener')[0]).to.include({ video: false });
  });

  it('follows another stream when it is told to', async () => {
    const [, bobs] = stage.room.streams;
    tiles[0].setAttribute('stream-id', bobs?.streamId ?? '');
    await reads(tiles[0], 'Bob');
    await playsOn(await find<HTMLVideoElement>(tiles[0], 'video'));
  });

  it('shows an unknown stream as an empty picture', async () => {
    tiles[0].setAttribute('stream-id', 'nothing');
    await eventually(() => words(tiles[0]) === '', 'nothing is read');
    expect((await find<HTMLVideoElement>(tiles[0], 'video')).srcObject).to.be.null;
  });
});

describe('names of people', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const show = async (name: string): Promise<HTMLElement> => {
    stage.enter('somebody', name);
    const call = await stage.joined({ style: 'inline-size: 320px; block-size: 400px' });
    const tile = await find(call, 'zego-tile');
    await eventually(() => words(tile).includes(name.replace(/\s+/g, ' ').trim()), 'the name is shown');
    return tile;
  };
  const staysInside = (tile: HTMLElement): void => {
    const { left, right } = tile.getBoundingClientRect();
    const [label] = all(tile, '[part="label"]').map((element) => element.getBoundingClientRect());
    expect(label?.left).to.be.at.least(left);
    expect(label?.right).to.be.at.most(right);
  };

  it('are text, whatever markup they hold', async () => {
    const tile = await show('<img src=x onerror="fail()"><b>Bold</b>');
    expect(all(tile, 'img, b')).to.have.length(0);
  });

  it('may have 256 characters, and stay inside the tile', async () => {
    staysInside(await show('W'.repeat(256)));
  });

  it('may be written from right to left without turning the rest around', async () => {
    const tile = await show('ليلى حداد (a)');
    staysInside(tile);
    expect((await find(tile, 'bdi')).textContent).to.equal('ليلى حداد (a)');
  });

  for (const [name, initials] of [
    ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
    ['Ada', 'A'],
    ['  ada  king  lovelace ', 'AL'],
    ['山田 太郎', '山太'],
    ['é́ lan', 'É́L'],
    ['(guest) 7', 'G7'],
    ['user_one', 'UO'],
  ] as const) {
    it(`become initials: "${name}" is "${initials}"`, async () => {
      const tile = await show(name);
      const [person] = stage.room.users;
      expect(person?.name).to.equal(name);
      await gone(tile, '[part="avatar"]');
      stage.room.enter({ id: 'somebody', name }).publish({ video: false });
      const call = stage.box.firstElementChild as HTMLElement;
      expect(words(await find(call, '[part="avatar"]'))).to.equal(initials);
    });
  }
});
