import { expect } from '@open-wc/testing';
import { expectCallError } from '../../support/call-errors.js';
import { eventually } from '../../support/wait.js';
import type { RemotePeer } from '../engine-stage.js';
import type { Scene } from '../scene.js';

/** Whatever JSON has to escape. */
const AWKWARD = '{"a":"\\"}\n\u0000\u2028 <b> 你好 👩🏽‍🚀';

/** What calls tell each other, and no chat shows. */
export function signalsContract(scene: () => Scene): void {
  describe('signals', () => {
    /** Joins a room where Ada and Ben are. */
    const meet = async (): Promise<{ ada: RemotePeer; ben: RemotePeer }> => {
      await scene().join();
      const ada = await scene().enterAda();
      const ben = await scene().stage.enter({ id: 'ben', name: 'Ben' });
      await scene().log.user('ada');
      await scene().log.user('ben');
      return { ada, ben };
    };
    const received = () =>
      scene()
        .log.of('signal')
        .map(({ from, text }) => [from.id, text]);

    it('reach everybody else, in order, and no chat', async () => {
      const { ada, ben } = await meet();
      await Promise.all(['one', 'two', AWKWARD].map((text) => scene().engine.sendSignal(text)));
      for (const peer of [ada, ben]) {
        await eventually(() => peer.signals().length >= 3, `${peer.user.id} receives them`);
        expect(peer.signals()).to.deep.equal(['one', 'two', AWKWARD]);
        expect(peer.heard()).to.deep.equal([]);
      }
      await ada.signal('back');
      await scene().log.event('signal');
      expect(received(), 'and no echo comes back').to.deep.equal([['ada', 'back']]);
      expect(scene().log.of('message')).to.deep.equal([]);
    });

    it('reach only those whom they are for', async () => {
      const { ada, ben } = await meet();
      await scene().engine.sendSignal('for Ada', ['ada', 'nobody']);
      await scene().engine.sendSignal('for nobody', []);
      await scene().engine.sendSignal('for a stranger', ['nobody']);
      await scene().engine.sendSignal('for all');
      await eventually(() => ben.signals().includes('for all'), 'Ben receives what is for all');
      await eventually(() => ada.signals().includes('for all'), 'Ada receives what is for all');
      expect(ben.signals()).to.deep.equal(['for all']);
      expect(ada.signals()).to.deep.equal(['for Ada', 'for all']);
    });

    it('reach somebody who has only just come', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      await scene().log.user('ada');
      await scene().engine.sendSignal('welcome', ['ada']);
      await eventually(() => ada.signals().includes('welcome'), 'Ada is welcome');
    });

    it('come with who sent them', async () => {
      const { ada } = await meet();
      await ada.signal(AWKWARD, ['me']);
      const { from, text } = await scene().log.event('signal');
      expect([from.id, text]).to.deep.equal(['ada', AWKWARD]);
    });

    it('come all, in order, also 1,000 in a row', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      await scene().log.user('ada');
      const texts = Array.from({ length: 1_000 }, (_, index) => `signal ${index}`);
      for (let start = 0; start < texts.length; start += 100)
        await Promise.all(texts.slice(start, start + 100).map((text) => ada.signal(text)));
      await eventually(() => received().length >= 1_000, 'all are there');
      expect(received()).to.deep.equal(texts.map((text) => ['ada', text]));
    });

    it('have 160 bytes at most', async () => {
      const { ada } = await meet();
      const longest = '"'.repeat(160);
      await scene().engine.sendSignal(longest);
      await eventually(() => ada.signals().includes(longest), 'Ada receives the longest signal');
    });

    for (const [what, text] of [
      ['nothing', ''],
      ['161 bytes', 'a'.repeat(161)],
      ['few characters of many bytes', '你'.repeat(54)],
      ['only control characters', '\u0000\u0007'],
      ['no text', 7 as never],
    ] as const)
      it(`may not be ${what}`, async () => {
        await scene().join();
        await expectCallError(scene().engine.sendSignal(text), 'message-rejected');
      });

    it('need a room', async () => {
      await expectCallError(scene().engine.sendSignal('too early'), 'engine');
      await scene().join();
      await scene().leave();
      await expectCallError(scene().engine.sendSignal('too late'), 'engine');
    });
  });
}
