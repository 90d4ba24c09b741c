import { expect } from '@open-wc/testing';
import type { CallEngine } from '../../src/engine/call-engine.js';
import { captureDevices, createEngine } from '../../src/engine/simulated/simulated-engine.js';
import { EventLog } from '../support/event-log.js';
import { eventually, pause } from '../support/wait.js';

const never = new AbortController().signal;
const request = { room: 'any', user: { id: 'me', name: 'Me' }, token: '' };

describe('engine="simulated"', () => {
  let engine: CallEngine;
  let log: EventLog;
  beforeEach(async () => {
    engine = createEngine();
    log = new EventLog(engine);
    await engine.join(request, never);
  });
  afterEach(() => engine.destroy());

  it('has people in whatever room is joined, one of them without a picture', async () => {
    await eventually(() => log.streams().size === 4, 'everybody is there');
    const videos = [...log.streams().values()].map(({ video }) => video);
    expect(videos).to.have.members([true, true, true, false]);
    for (const { id, name } of log.users().values()) expect(name).to.not.equal(id);
  });

  it('has somebody who answers', async () => {
    await engine.sendMessage('Hi everyone', 'reliable');
    const { message } = await log.event('message');
    expect(message.text).to.not.equal('');
    await pause(300);
    expect(log.of('message'), 'only one of them answers').to.have.length(1);
  });

  it('has somebody who speaks now and then', async () => {
    await eventually(() => log.streams().size === 4, 'everybody is there');
    for (const streamId of log.streams().keys()) await engine.play(streamId, never);
    const { levels } = await log.event('levels', (event) =>
      [...event.levels.values()].some((level) => level > 0),
    );
    expect([...levels.values()].filter((level) => level > 0)).to.have.length(1);
  });

  it('has them again after leaving and joining', async () => {
    await eventually(() => log.users().size === 4, 'everybody is there');
    await engine.leave();
    log.forget();
    await engine.join(request, never);
    await eventually(() => log.users().size === 4, 'everybody is there again');
    expect(log.streams().size).to.equal(4);
  });

  it('brings devices that ask for nothing', async () => {
    const media = await captureDevices().getUserMedia({ audio: true, video: true });
    expect(media.getTracks()).to.have.length(2);
    for (const track of media.getTracks()) track.stop();
  });
});
