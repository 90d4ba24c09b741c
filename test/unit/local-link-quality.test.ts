import { expect } from '@open-wc/testing';
import { gradeLink } from '../../src/engine/local/link-quality.js';

function report(roundTrip: number, fractionLost: number, packetsReceived = 0, packetsLost = 0) {
  return [
    [
      'pair',
      { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: roundTrip },
    ],
    ['unused', { type: 'candidate-pair', nominated: false, state: 'failed', currentRoundTripTime: 9 }],
    ['remote', { type: 'remote-inbound-rtp', fractionLost }],
    ['inbound', { type: 'inbound-rtp', packetsReceived, packetsLost }],
  ] as const;
}

describe('link quality', () => {
  for (const [grade, roundTrip, lost] of [
    [0, 0.01, 0],
    [0, 0.1, 0.01],
    [1, 0.15, 0],
    [1, 0.01, 0.02],
    [2, 0.3, 0],
    [2, 0.01, 0.05],
    [3, 1, 0],
    [3, 0.01, 0.5],
  ] as const) {
    it(`grades ${roundTrip} s and ${lost} lost on the way up as ${grade}`, () => {
      expect(gradeLink('connected', report(roundTrip, lost)).grades.up).to.equal(grade);
    });
  }

  it('grades the way down by what was lost since the last look', () => {
    const first = gradeLink('connected', report(0.01, 0, 100, 100));
    expect(first.grades.down).to.equal(3);
    expect(gradeLink('connected', report(0.01, 0, 200, 100), first).grades.down).to.equal(0);
    expect(gradeLink('connected', report(0.01, 0, 195, 105), first).grades.down).to.equal(2);
  });

  it('takes duplicates and a restart of the counters for no loss', () => {
    const first = gradeLink('connected', report(0.01, 0, 500, 50));
    expect(gradeLink('connected', report(0.01, 0, 10, -3), first).grades.down).to.equal(0);
  });

  for (const [state, grade] of [
    ['new', -1],
    ['connecting', -1],
    ['disconnected', 4],
    ['failed', 4],
  ] as const) {
    it(`grades a connection that is ${state} as ${grade}`, () => {
      expect(gradeLink(state, []).grades).to.deep.equal({ up: grade, down: grade });
    });
  }
});
