import { expect } from '@open-wc/testing';
import type { RemoteStream } from '../../src/call/call-state.js';
import { onStage } from '../../src/ui/stage-choice.js';

function stream(streamId: string, userId: string, source: 'camera' | 'screen' = 'camera'): RemoteStream {
  return {
    streamId,
    user: { id: userId, name: userId },
    source,
    audio: true,
    video: true,
    play: 'playing',
    layer: 'high',
    problem: null,
    media: null,
  };
}

const ada = stream('a', 'ada');
const ben = stream('b', 'ben');
const slides = stream('s', 'ben', 'screen');
const film = stream('f', 'ada', 'screen');
const nobody = { pinned: null, speaker: null, before: null };

describe('who is on the stage', () => {
  const table: readonly [what: string, Parameters<typeof onStage>[0], string | null][] = [
    ['nobody, when all are equal', { ...nobody, layout: 'auto', streams: [ada, ben] }, null],
    [
      'nobody in a grid, also with a screen',
      { ...nobody, layout: 'grid', streams: [ada, ben, slides] },
      null,
    ],
    ['a screen', { ...nobody, layout: 'auto', streams: [ada, ben, slides] }, 's'],
    ['the newest of several screens', { ...nobody, layout: 'auto', streams: [ada, slides, film] }, 'f'],
    ['whoever is pinned', { ...nobody, layout: 'auto', pinned: 'ada', streams: [ada, ben, slides] }, 'a'],
    [
      'the screen of whoever is pinned',
      { ...nobody, layout: 'grid', pinned: 'ben', streams: [ada, ben, slides] },
      's',
    ],
    [
      'nobody, when the one who is pinned has left',
      { ...nobody, layout: 'auto', pinned: 'eve', streams: [ada] },
      null,
    ],
    ['whoever speaks', { ...nobody, layout: 'speaker', speaker: 'ben', streams: [ada, ben] }, 'b'],
    ['whoever spoke last', { ...nobody, layout: 'sidebar', before: 'b', streams: [ada, ben] }, 'b'],
    ['the first, before anybody spoke', { ...nobody, layout: 'speaker', streams: [ada, ben] }, 'a'],
    [
      'a screen, whoever speaks',
      { ...nobody, layout: 'speaker', speaker: 'ada', streams: [ada, ben, slides] },
      's',
    ],
    ['nobody in an empty room', { ...nobody, layout: 'speaker', before: 'a', streams: [] }, null],
  ];
  for (const [what, candidates, expected] of table)
    it(`is ${what}`, () => {
      expect(onStage(candidates)).to.equal(expected);
    });
});
