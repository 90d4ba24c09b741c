import { expect } from '@open-wc/testing';
import { Steady } from '../../src/ui/steady.js';
import { eventually, pause } from '../support/wait.js';

describe('a steady answer', () => {
  it('changes once the other one has lasted, and tells it once each time', async () => {
    const told: boolean[] = [];
    const steady: Steady = new Steady({ yes: 20, no: 20 }, () => told.push(steady.value));
    steady.set(true);
    steady.set(true);
    expect(steady.value).to.be.false;
    await eventually(() => steady.value, 'it is yes');
    steady.set(false);
    await eventually(() => !steady.value, 'it is no again');
    expect(told).to.deep.equal([true, false]);
  });

  it('overlooks what does not last', async () => {
    let told = 0;
    const steady = new Steady({ yes: 20, no: 20 }, () => told++);
    steady.set(true);
    steady.set(false);
    await pause(60);
    expect([steady.value, told]).to.deep.equal([false, 0]);
  });

  it('is no, and tells nothing, after a reset', async () => {
    let told = 0;
    const steady = new Steady({ yes: 10, no: 10 }, () => told++);
    steady.set(true);
    steady.reset();
    await pause(40);
    expect([steady.value, told]).to.deep.equal([false, 0]);
  });
});
