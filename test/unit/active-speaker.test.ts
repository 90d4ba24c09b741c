import { expect } from '@open-wc/testing';
import { hearLevels, SILENCE, type Speaking } from '../../src/call/active-speaker.js';

/** How often engines report, in ms. */
const STEP = 200;

/** For so many ms, how loud each is. */
type Scene = readonly [milliseconds: number, levels: Readonly<Record<string, number>>];

/** Who speaks when, as "ada 400": each change with the time at which it is told. */
function changes(...script: readonly Scene[]): string[] {
  let speaking: Speaking = { ...SILENCE, at: 0 };
  let now = 0;
  const seen: string[] = [];
  for (const [milliseconds, levels] of script)
    for (const end = now + milliseconds; now < end;) {
      now += STEP;
      const { speaker } = speaking;
      speaking = hearLevels(speaking, new Map(Object.entries(levels)), now);
      if (speaking.speaker !== speaker) seen.push(`${speaking.speaker} ${now}`);
    }
  return seen;
}

const BOTH_QUIET = { ada: 0, ben: 0 };

describe('the active speaker', () => {
  const table: readonly [what: string, script: readonly Scene[], expected: readonly string[]][] = [
    ['is nobody while all are quiet', [[5_000, BOTH_QUIET]], []],
    ['is nobody in the noise of a room', [[5_000, { ada: 0.025, ben: 0.015 }]], []],
    ['is nobody where nobody is', [[2_000, {}]], []],
    ['is who speaks, at once when loud', [[1_000, { ada: 0.5, ben: 0 }]], ['ada 200']],
    ['is who speaks softly', [[1_000, { ada: 0.1, ben: 0 }]], ['ada 200']],
    ['is who speaks very softly, at -28 dBFS', [[1_000, { ada: 0.04, ben: 0 }]], ['ada 600']],
    [
      'is not who makes a short noise',
      [
        [200, { ada: 0.05, ben: 0 }],
        [3_000, BOTH_QUIET],
      ],
      [],
    ],
    [
      'stays over pauses between sentences',
      [
        [2_000, { ada: 0.4, ben: 0 }],
        [2_000, BOTH_QUIET],
        [2_000, { ada: 0.4, ben: 0 }],
      ],
      ['ada 200'],
    ],
    [
      'is nobody three seconds after the last word has faded',
      [
        [2_000, { ada: 0.4, ben: 0 }],
        [8_000, BOTH_QUIET],
      ],
      ['ada 200', 'null 7200'],
    ],
    [
      'does not change because somebody coughs',
      [
        [3_000, { ada: 0.3, ben: 0 }],
        [200, { ada: 0.3, ben: 0.6 }],
        [3_000, { ada: 0.3, ben: 0 }],
      ],
      ['ada 200'],
    ],
    [
      'does not change for somebody as loud',
      [
        [3_000, { ada: 0.3, ben: 0 }],
        [6_000, { ada: 0.3, ben: 0.4 }],
      ],
      ['ada 200'],
    ],
    [
      'changes to who talks over them, much louder',
      [
        [3_000, { ada: 0.2, ben: 0 }],
        [3_000, { ada: 0.2, ben: 0.6 }],
      ],
      ['ada 200', 'ben 3400'],
    ],
    [
      'does not change within two seconds',
      [
        [400, { ada: 0.2, ben: 0 }],
        [4_000, { ada: 0, ben: 0.6 }],
      ],
      ['ada 200', 'ben 2200'],
    ],
    [
      'changes soon to who answers',
      [
        [3_000, { ada: 0.2, ben: 0 }],
        [2_000, { ada: 0, ben: 0.2 }],
      ],
      ['ada 200', 'ben 3600'],
    ],
    [
      'is another at once, when the speaker has gone',
      [
        [400, { ada: 0.5, ben: 0.3 }],
        [1_000, { ben: 0.3 }],
      ],
      ['ada 200', 'ben 600'],
    ],
    [
      'is nobody at once, when the speaker has gone and nobody else speaks',
      [
        [400, { ada: 0.5, ben: 0 }],
        [1_000, { ben: 0 }],
      ],
      ['ada 200', 'null 600'],
    ],
    [
      'changes once in two seconds in a quick exchange, at most',
      [
        [1_000, { ada: 0.4, ben: 0 }],
        [600, { ada: 0, ben: 0.4 }],
        [600, { ada: 0.4, ben: 0 }],
        [600, { ada: 0, ben: 0.4 }],
        [600, { ada: 0.4, ben: 0 }],
      ],
      ['ada 200', 'ben 2800'],
    ],
  ];
  for (const [what, script, expected] of table)
    it(what, () => {
      expect(changes(...script)).to.deep.equal(expected);
    });

  it('does not mind a clock that stands still, or a long silence of the engine', () => {
    const levels = new Map([['ada', 0.5]]);
    const first = hearLevels(SILENCE, levels, 0);
    expect(first.speaker).to.equal(null);
    expect(hearLevels(first, levels, 600_000).speaker).to.equal('ada');
  });

  it('changes nothing of what it is given', () => {
    const before = Object.freeze({ ...SILENCE });
    hearLevels(before, new Map([['ada', 1]]), 1_000);
    expect(before.loudness.size).to.equal(0);
  });
});
