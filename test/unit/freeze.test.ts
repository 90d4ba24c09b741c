import { expect } from '@open-wc/testing';
import { freeze } from '../../src/call/freeze.js';

describe('freeze', () => {
  it('freezes objects and arrays all the way down, and gives the very same back', () => {
    const value = { list: [{ deep: { deeper: [1] } }], text: 'a', nothing: null };
    expect(freeze(value)).to.equal(value);
    for (const part of [value, value.list, value.list[0], value.list[0]?.deep, value.list[0]?.deep.deeper])
      expect(Object.isFrozen(part)).to.equal(true);
  });

  for (const value of [undefined, null, 0, Number.NaN, '', 'text', true, Symbol('any')])
    it(`passes ${String(value)} through`, () => {
      expect(freeze(value)).to.deep.equal(value);
    });

  it('leaves alone what is an object of a class', () => {
    const media = new MediaStream();
    const parts = freeze({ media, map: new Map([[1, {}]]), when: new Date(), error: new Error('any') });
    for (const part of Object.values(parts)) expect(Object.isFrozen(part)).to.equal(false);
    expect(media.active).to.equal(false);
  });

  it('leaves alone functions and accessors of a class', () => {
    const act = (): number => 1;
    expect(Object.isFrozen(freeze({ act }).act)).to.equal(false);
  });

  it('is done with what goes round in circles', () => {
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(Object.isFrozen(freeze(circle))).to.equal(true);
  });

  it('goes through objects without a prototype', () => {
    const bare = Object.assign(Object.create(null) as object, { deep: { value: 1 } });
    expect(Object.isFrozen(freeze(bare))).to.equal(true);
    expect(Object.isFrozen(bare.deep)).to.equal(true);
  });
});
