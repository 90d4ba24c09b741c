import { expect } from '@open-wc/testing';
import { CallStage } from '../support/call-stage.js';
import { all, find, gone, playsOn, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-remote-grid>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const tileOf = (streamId: string): string => `zego-tile[stream-id="${streamId}"]`;
  const videoOf = (root: Element, streamId: string): Promise<HTMLVideoElement> =>
    find<HTMLVideoElement>(root, tileOf(streamId), 'video');

  it('shows each stream as one tile with one video that plays by itself', async () => {
    stage.enter('ada');
    stage.enter('bob');
    const call = await stage.joined();
    await eventually(() => all(call, 'zego-tile').length === 2, 'there are two tiles');
    const streams = stage.room.streams.filter(({ user }) => user.id !== 'me');
    expect(streams).to.have.length(2);
    for (const { streamId } of streams) {
      expect(all(call, tileOf(streamId))).to.have.length(1);
      expect(all(call, tileOf(streamId), 'video')).to.have.length(1);
      await playsOn(await videoOf(call, streamId));
    }
  });

  it('keeps its tiles and their videos in open shadow roots', async () => {
    stage.enter('ada');
    const call = await stage.joined();
    await find(call, 'zego-tile');
    const grid = call.shadowRoot?.querySelector('zego-remote-grid');
    const tile = grid?.shadowRoot?.querySelector('zego-tile[stream-id]');
    expect(tile?.shadowRoot?.querySelectorAll('video')).to.have.length(1);
  });

  it('plays a stream that is added during the call', async () => {
    const call = await stage.joined();
    const streamId = stage.room.enter({ id: 'ada' }).publish();
    await playsOn(await videoOf(call, streamId));
  });

  it('stops a stream that is removed: no tile, and nothing in its video', async () => {
    const ada = stage.enter('ada');
    const bob = stage.enter('bob');
    const call = await stage.joined();
    const [adas, bobs] = stage.room.streams.map(({ streamId }) => streamId) as [string, string];
    const [video, others] = [await videoOf(call, adas), await videoOf(call, bobs)];
    await playsOn(video);
    ada.unpublish();
    await gone(call, tileOf(adas));
    expect(video.srcObject).to.be.null;
    await playsOn(others);
    bob.leave();
    await gone(call, 'zego-tile');
    expect(others.srcObject).to.be.null;
  });

  it('lets go of every stream when I leave', async () => {
    stage.enter('ada');
    stage.enter('bob');
    const call = await stage.joined();
    await eventually(() => all(call, 'zego-tile').length === 2, 'there are two tiles');
    const videos = all<HTMLVideoElement>(call, 'zego-tile', 'video');
    await Promise.all(videos.map(playsOn));
    const tracks = videos.flatMap(({ srcObject }) => (srcObject as MediaStream).getTracks());
    await call.leave();
    await gone(call, 'zego-tile');
    expect(videos.map(({ srcObject }) => srcObject)).to.deep.equal([null, null]);
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(tracks.map(() => 'ended'));
  });

  it('shows a shared screen beside the camera of the same person', async () => {
    const ada = stage.enter('ada', 'Ada');
    const call = await stage.joined();
    await reads(call, 'Ada');
    const screen = ada.publish({ source: 'screen', audio: false });
    await reads(await find(call, tileOf(screen)), 'Ada’s screen');
    await playsOn(await videoOf(call, screen));
    const tiles = all(call, 'zego-tile');
    expect(tiles).to.have.length(2);
    ada.unpublish('screen');
    await gone(call, tileOf(screen));
    expect(all(call, 'zego-tile')).to.have.length(1);
  });

  it('shows all of a shared screen, and a camera as it fits', async () => {
    const ada = stage.enter('ada');
    const screen = ada.publish({ source: 'screen' });
    const call = await stage.joined();
    expect(getComputedStyle(await videoOf(call, screen)).objectFit).to.equal('contain');
    const [camera] = stage.room.streams;
    expect(getComputedStyle(await videoOf(call, camera?.streamId ?? '')).objectFit).to.equal('cover');
  });

  it('says that I am alone', async () => {
    const call = await stage.joined();
    await reads(call, 'You are the only one here');
  });

  it('names the people who send nothing', async () => {
    stage.room.enter({ id: 'ada', name: 'Ada' });
    const call = await stage.joined();
    await reads(call, 'Ada is here without camera or microphone');
    stage.room.enter({ id: 'bob', name: 'Bob' });
    await reads(call, 'Ada and Bob are here without camera or microphone');
  });

  it('takes the page’s own words for an empty room', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><p slot="empty">Wait here, please</p></zego-call>',
    );
    await call.join();
    await reads(call, 'Wait here, please');
    expect(words(call)).to.not.include('You are the only one here');
    stage.enter('ada');
    await find(call, 'zego-tile');
    expect(words(call)).to.not.include('Wait here, please');
  });

  it('says in the tile that a stream can’t be played, and leaves the others alone', async () => {
    stage.enter('ada');
    const bob = stage.enter('bob');
    const call = await stage.joined();
    const { CallError } = await import('../../src/engine/call-error.js');
    const broken = bob.publish();
    const tile = await find(call, tileOf(broken));
    await playsOn(await videoOf(call, broken));
    stage.room.failPlay(broken, new CallError('forbidden', 'for developers'));
    await reads(tile, 'You may watch this call');
    await playsOn(await videoOf(call, stage.room.streams[0]?.streamId ?? ''));
  });

  it('has no tile take its styles anew for what does not concern it', async () => {
    const ada = stage.enter('ada');
    stage.enter('bob');
    const call = await stage.joined();
    await find(call, 'zego-tile', '[part~="pin-button"]'); // Then the stage is there too.
    const grid = await find(call, 'zego-remote-grid');
    const changed: string[] = [];
    const observer = new MutationObserver((changes) =>
      changed.push(...changes.map(({ attributeName }) => attributeName!)),
    );
    for (const around of [grid, grid.shadowRoot!.firstElementChild!])
      observer.observe(around, { attributeFilter: ['dir', 'lang', 'style'] });
    ada.mute('audio');
    await find(call, 'zego-tile', '[aria-label="Microphone muted"]');
    observer.disconnect();
    expect(changed).to.deep.equal([]);
  });

  it('makes room for sixteen people, each tile as large as the others and none cut off', async () => {
    for (let person = 1; person <= 16; person++) stage.enter(`person-${person}`);
    const call = await stage.joined({ style: 'block-size: 600px' });
    await eventually(() => all(call, 'zego-tile').length === 16, 'there are sixteen tiles');
    const grid = (await find(call, 'zego-remote-grid')).getBoundingClientRect();
    const boxes = (): DOMRect[] => all(call, 'zego-tile').map((tile) => tile.getBoundingClientRect());
    await eventually(() => boxes().every(({ bottom }) => bottom <= grid.bottom), 'all of them fit');
    expect(new Set(boxes().map(({ width, height }) => `${width}×${height}`)).size).to.equal(1);
    expect(boxes().every(({ left, right }) => left >= grid.left && right <= grid.right)).to.be.true;
    expect(boxes()[0]?.width).to.be.greaterThan(100);
  });
});
