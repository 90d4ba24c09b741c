import { expect } from '@open-wc/testing';
import { Cooldown } from '../../src/call/cooldown.js';
import { FakeClock } from '../support/fake-clock.js';

describe('a cooldown', () => {
  it('lets each key through once in an interval', async () => {
    const clock = new FakeClock();
    const cooldown = new Cooldown(500, clock);
    expect(['ada', 'ben', 'ada'].map((key) => cooldown.take(key))).to.deep.equal([true, true, false]);
    await clock.pass(499);
    expect(cooldown.take('ada'), 'what was refused does not count').to.equal(false);
    await clock.pass(1);
    expect(cooldown.take('ada')).to.equal(true);
    expect(cooldown.take('ada')).to.equal(false);
  });

  it('lets everybody through again after it was reset', () => {
    const cooldown = new Cooldown(500, new FakeClock());
    cooldown.take('ada');
    cooldown.reset();
    expect(cooldown.take('ada')).to.equal(true);
  });
});
