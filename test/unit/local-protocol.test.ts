import { expect } from '@open-wc/testing';
import { isSignal, parsePeerMessage } from '../../src/engine/local/protocol.js';

const stream = { streamId: 's', mediaId: 'm', source: 'camera', audio: true, video: false };
const presence = { version: 1, streams: [stream] };
const hello = { user: { id: 'ada', name: 'Ada' }, since: 1, presence };
const description = { type: 'offer', sdp: 'v=0' };

const SIGNALS: readonly (readonly [what: string, value: unknown, valid: boolean])[] = [
  ['a hello', { type: 'hello', hello }, true],
  ['a nameless hello', { type: 'hello', hello: { ...hello, user: { id: 'ada', name: '' } } }, true],
  ['a hello without user', { type: 'hello', hello: { ...hello, user: undefined } }, false],
  ['an endless since', { type: 'hello', hello: { ...hello, since: Infinity } }, false],
  [
    'a name that is too long',
    { type: 'hello', hello: { ...hello, user: { id: 'a', name: 'n'.repeat(257) } } },
    false,
  ],
  [
    'a fraction as version',
    { type: 'hello', hello: { ...hello, presence: { ...presence, version: 0.5 } } },
    false,
  ],
  [
    'too many streams',
    { type: 'hello', hello: { ...hello, presence: { version: 1, streams: Array(9).fill(stream) } } },
    false,
  ],
  [
    'an unknown source',
    { type: 'hello', hello: { ...hello, presence: { version: 1, streams: [{ ...stream, source: 'x' }] } } },
    false,
  ],
  ['a description', { type: 'description', link: 'l', hello, description }, true],
  [
    'a description of a known connection',
    { type: 'description', link: 'l', peerLink: 'p', hello, description },
    true,
  ],
  [
    'a rollback',
    { type: 'description', link: 'l', hello, description: { type: 'rollback', sdp: '' } },
    false,
  ],
  [
    'an endless description',
    { type: 'description', link: 'l', hello, description: { type: 'offer', sdp: 'x'.repeat(60_001) } },
    false,
  ],
  ['a description without hello', { type: 'description', link: 'l', description }, false],
  ['a candidate', { type: 'candidate', link: 'l', candidate: { candidate: 'candidate:1' } }, true],
  ['a candidate of nobody', { type: 'candidate', candidate: { candidate: 'candidate:1' } }, false],
  ['an empty candidate', { type: 'candidate', link: 'l', candidate: {} }, false],
  ['an unknown type', { type: 'bye', link: 'l' }, false],
  ['null', null, false],
  ['a list', [hello], false],
];

const message = { type: 'message', id: '1', text: 'hi', kind: 'reliable', sentAt: 1 };

const callSignal = { type: 'signal', id: '1', text: 'hand up' };

const MESSAGES: readonly (readonly [what: string, value: unknown, valid: boolean])[] = [
  ['a message', message, true],
  ['an empty message', { ...message, text: '' }, false],
  ['too long a message', { ...message, text: '你'.repeat(342) }, false],
  ['an unknown kind', { ...message, kind: 'shout' }, false],
  ['a message without time', { ...message, sentAt: undefined }, false],
  ['a signal between calls', callSignal, true],
  ['an empty signal', { ...callSignal, text: '' }, false],
  ['too long a signal', { ...callSignal, text: 'x'.repeat(161) }, false],
  ['a signal without text', { ...callSignal, text: undefined }, false],
  ['a signal without ID', { ...callSignal, id: undefined }, false],
  ['a presence', { type: 'presence', presence }, true],
  ['a want', { type: 'want', streamId: 's', want: 'none' }, true],
  ['an unknown want', { type: 'want', streamId: 's', want: 'everything' }, false],
  ['a confirmation', { type: 'received', id: 'm' }, true],
  ['a confirmation of nothing', { type: 'received' }, false],
  ['nothing', {}, false],
];

describe('local protocol', () => {
  for (const [what, value, valid] of SIGNALS) {
    it(`${valid ? 'takes' : 'refuses'} ${what} from the signalling`, () => {
      expect(isSignal(value)).to.equal(valid);
    });
  }

  for (const [what, value, valid] of MESSAGES) {
    it(`${valid ? 'takes' : 'refuses'} ${what} from a peer`, () => {
      const parsed = parsePeerMessage(JSON.stringify(value));
      expect(parsed).to.deep.equal(valid ? value : undefined);
    });
  }

  it('refuses what is no JSON, or no text, from a peer', () => {
    expect(parsePeerMessage('{')).to.equal(undefined);
    expect(parsePeerMessage(new ArrayBuffer(8))).to.equal(undefined);
  });
});
