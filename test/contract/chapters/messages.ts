import { expect } from '@open-wc/testing';
import { expectCallError } from '../../support/call-errors.js';
import { eventually } from '../../support/wait.js';
import type { Scene } from '../scene.js';

const UNICODE = 'Grüße, 你好, مرحبا 👩🏽‍🚀\nsecond line <b>&amp;</b>';

/** Text between people. */
export function messagesContract(scene: () => Scene): void {
  describe('messages', () => {
    for (const kind of ['reliable', 'barrage'] as const) {
      it(`sends ${kind} text to others, and no echo to oneself`, async () => {
        await scene().join();
        const ada = await scene().enterAda();
        await scene().log.user('ada');
        await scene().engine.sendMessage(UNICODE, kind);
        await eventually(() => ada.heard().includes(UNICODE), 'the peer hears the text');

        await ada.say('your turn', kind);
        await scene().log.event('message');
        const texts = scene()
          .log.of('message')
          .map(({ message }) => message.text);
        expect(texts).to.deep.equal(['your turn']);
      });

      it(`receives ${kind} text with its sender and time`, async () => {
        await scene().join();
        const ada = await scene().enterAda();
        await scene().log.user('ada');
        const before = Date.now();
        await ada.say(UNICODE, kind);

        const { message } = await scene().log.event('message');
        expect(message).to.include({ text: UNICODE, kind });
        expect(message.from).to.include({ id: 'ada', name: 'Ada Löwe' });
        expect(message.id).to.be.a('string').and.not.equal('');
        expect(message.sentAt).to.be.within(before - 60_000, Date.now() + 60_000);
      });
    }

    it('delivers 12 messages that are sent in one task, all of them in order, within 13 s', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      await scene().log.user('ada');
      const texts = Array.from({ length: 12 }, (_, index) => `message ${index}`);
      const start = performance.now();
      await Promise.all(texts.map((text) => scene().engine.sendMessage(text, 'reliable')));
      expect(performance.now() - start).to.be.below(13_000);
      await eventually(() => ada.heard().length >= 12, 'the peer hears all');
      expect(ada.heard()).to.deep.equal(texts);
    });

    it('gives every message an ID of its own', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      await scene().log.user('ada');
      await ada.say('same', 'reliable');
      await ada.say('same', 'reliable');

      await eventually(() => scene().log.of('message').length === 2, 'both messages arrive');
      const ids = scene()
        .log.of('message')
        .map(({ message }) => message.id);
      expect(new Set(ids).size).to.equal(2);
    });

    it('carries exactly 1,024 bytes', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      await scene().log.user('ada');
      const longest = 'é'.repeat(512);
      await scene().engine.sendMessage(longest, 'reliable');
      const heard = await eventually(() => ada.heard()[0], 'the peer hears the text');
      expect(heard).to.equal(longest);
    });

    for (const [what, text] of [
      ['an empty text', ''],
      ['1,025 bytes', 'a'.repeat(1_025)],
      ['few characters of many bytes', '你'.repeat(342)],
      ['only control characters', '\u0000\u0007'],
    ] as const) {
      it(`rejects ${what}, of either kind`, async () => {
        await scene().join();
        for (const kind of ['reliable', 'barrage'] as const)
          await expectCallError(scene().engine.sendMessage(text, kind), 'message-rejected');
      });
    }
  });
}
