import { expect } from '@open-wc/testing';
import { expectCallError } from '../../support/call-errors.js';
import { withoutPageErrors } from '../../support/page-errors.js';
import { eventually, inTime, pause } from '../../support/wait.js';
import type { Scene } from '../scene.js';

/** Long enough for a report to arrive, were there one. */
const SETTLING_TIME = 400;

/** Joining, leaving, listening and ending. */
export function lifeContract(scene: () => Scene): void {
  describe('life', () => {
    joining(scene);
    leaving(scene);
    listening(scene);
    ending(scene);
  });
}

function joining(scene: () => Scene): void {
  it('refuses to join when the signal has aborted, and joins later', async () => {
    await expectCallError(scene().join(AbortSignal.abort()), 'aborted');
    await scene().join();
    await scene().enterAda();
    expect(await scene().log.user('ada')).to.include({ id: 'ada' });
  });

  it('gives up joining when the signal aborts, leaving nothing open', async () => {
    const { log } = scene();
    const abort = new AbortController();
    const joining = scene().join(abort.signal);
    abort.abort();
    await expectCallError(joining, 'aborted');
    await scene().enterAda();
    await pause(SETTLING_TIME);
    expect(log.all, 'nothing is reported from a room that was not joined').to.deep.equal([]);

    await scene().join();
    expect(await log.user('ada')).to.include({ id: 'ada' });
  });

  it('joins again after leaving', async () => {
    const { engine, log } = scene();
    await scene().join();
    const ada = await scene().enterAda();
    await log.user('ada');
    await scene().leave();
    log.forget();

    await scene().join();
    expect(await log.user('ada')).to.include({ name: 'Ada Löwe' });
    const { streamId } = await engine.publish(scene().media().stream, { source: 'camera' });
    expect(await eventually(() => ada.sees(streamId), 'the peer sees the stream')).to.include({
      video: true,
    });
  });
}

function leaving(scene: () => Scene): void {
  it('leaves harmlessly when not joined, and twice', async () => {
    await scene().leave();
    await scene().join();
    await scene().leave();
    await scene().leave();
    expect(scene().log.of('ended'), 'leaving by ourselves is not reported').to.deep.equal([]);
  });

  it('takes its streams out of the room, and leaves the given tracks alive', async () => {
    await scene().join();
    const ada = await scene().enterAda();
    const media = scene().media();
    const { streamId } = await scene().engine.publish(media.stream, { source: 'camera' });
    await eventually(() => ada.sees(streamId), 'the peer sees the stream');

    await scene().leave();
    await eventually(() => !ada.sees(streamId), 'the peer sees the stream no more');
    expect(media.audio.readyState).to.equal('live');
    expect(media.video.readyState).to.equal('live');
  });

  it('reports nothing after leaving', async () => {
    const { stage, log } = scene();
    await scene().join();
    const ada = await scene().enterAda();
    const streamId = await ada.publish('camera');
    await log.stream(streamId);
    await scene().play(streamId);

    const leaving = scene().leave();
    log.forget();
    await leaving;
    await ada.say('is anybody there?', 'reliable');
    await ada.setMuted(streamId, 'audio', true);
    await stage.enter({ id: 'chidi', name: 'Chidi' });
    await pause(SETTLING_TIME);
    expect(log.all).to.deep.equal([]);
  });
}

function listening(scene: () => Scene): void {
  it('reports nothing to who has unsubscribed', async () => {
    const heard: string[] = [];
    const unsubscribe = scene().engine.subscribe((event) => heard.push(event.type));
    unsubscribe();
    unsubscribe();
    await scene().join();
    await scene().enterAda();
    await scene().log.user('ada');
    expect(heard).to.deep.equal([]);
  });

  it('reports to everybody else when a listener throws', async () => {
    await withoutPageErrors(async () => {
      const unsubscribe = scene().engine.subscribe(() => {
        throw new Error('A listener of the test fails on purpose');
      });
      const heard: string[] = [];
      scene().engine.subscribe((event) => heard.push(event.type));
      await scene().join();
      await scene().enterAda();
      await eventually(() => heard.includes('users-added'), 'the listener after the failing one hears');
      expect(await scene().log.user('ada')).to.include({ id: 'ada' });
      unsubscribe();
    });
  });
}

function ending(scene: () => Scene): void {
  it('is destroyed harmlessly twice, and takes its streams along', async () => {
    const { engine } = scene();
    await scene().join();
    const ada = await scene().enterAda();
    const { streamId } = await engine.publish(scene().media().stream, { source: 'camera' });
    await eventually(() => ada.sees(streamId), 'the peer sees the stream');

    await inTime(engine.destroy(), 'destroy settles');
    await inTime(engine.destroy(), 'the second destroy settles');
    await eventually(() => !ada.sees(streamId), 'the peer sees the stream no more');
    expect(ada.sees(streamId)).to.equal(undefined);
  });

  it('is destroyed harmlessly when it never joined, and refuses to join then', async () => {
    await inTime(scene().engine.destroy(), 'destroy settles');
    await expectCallError(scene().join());
    expect(scene().log.all).to.deep.equal([]);
  });
}
