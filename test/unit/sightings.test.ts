import { expect } from '@open-wc/testing';
import { Sightings } from '../../src/call/sightings.js';

describe('what is seen of streams', () => {
  const [one, other] = [{}, {}];
  const [small, large] = [
    { width: 100, height: 50 },
    { width: 90, height: 80 },
  ];
  let sightings: Sightings;
  let told: number;
  beforeEach(() => {
    sightings = new Sightings();
    told = 0;
    sightings.watch(() => (told += 1));
  });

  it('is nothing until somebody shows it', () => {
    expect(sightings.largest('s')).to.be.null;
  });

  it('is the largest of those who show it', () => {
    sightings.see(one, 's', small);
    sightings.see(other, 's', large);
    sightings.see(other, 'another', small);
    expect(sightings.largest('s')).to.equal(large);
    sightings.see(other, 's', null);
    expect(sightings.largest('s')).to.equal(small);
    sightings.see(one, 's', null);
    expect(sightings.largest('s')).to.be.null;
    expect(sightings.largest('another')).to.equal(small);
  });

  it('is told of only when it changes', () => {
    sightings.see(one, 's', null);
    sightings.see(one, 's', small);
    sightings.see(one, 's', { ...small });
    sightings.see(one, 's', large);
    sightings.see(one, 's', null);
    sightings.see(one, 's', null);
    expect(told).to.equal(3);
  });

  it('is not told to who stopped watching', () => {
    const stop = sightings.watch(() => (told += 100));
    stop();
    sightings.see(one, 's', small);
    expect(told).to.equal(1);
  });
});
