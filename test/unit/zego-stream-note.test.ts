import { expect } from '@open-wc/testing';
import { readNote, writeNote } from '../../src/engine/zego/stream-note.js';

const KIT = { isCameraOn: true, isMicrophoneOn: false, hasVideo: true, hasAudio: true };

describe('notes of streams', () => {
  for (const source of ['camera', 'screen'] as const)
    for (const audio of [true, false])
      for (const video of [true, false])
        it(`say that a ${source} sends ${audio ? '' : 'no '}audio and ${video ? '' : 'no '}video`, () => {
          const note = writeNote({ source, audio, video });
          expect(readNote(note)).to.deep.equal({ source, audio, video });
          expect(note.length).to.be.below(256);
        });

  it('tell the kits of a camera what they read', () => {
    const note = JSON.parse(writeNote({ source: 'camera', audio: false, video: true })) as object;
    expect(note).to.include(KIT);
  });

  it('tell the kits of a screen what the kits themselves say of theirs', () => {
    const note = JSON.parse(writeNote({ source: 'screen', audio: false, video: true })) as object;
    expect(note).to.include({ isCameraOn: true, isMicrophoneOn: true, hasVideo: true, hasAudio: true });
  });

  for (const [name, text, expected] of [
    ['of the web kit', JSON.stringify(KIT), { audio: false, video: true }],
    ['of a mobile kit', '{"isCameraOn":false,"isMicrophoneOn":true}', { audio: true, video: false }],
    ['of the camera alone', '{"isCameraOn":false}', { video: false }],
    ['of the microphone alone', '{"isMicrophoneOn":false}', { audio: false }],
    [
      'with the kit’s keys and contradictory keys of ours',
      '{"s":"camera","a":1,"v":0,"isCameraOn":true,"isMicrophoneOn":false}',
      { source: 'camera', audio: true, video: false },
    ],
    [
      'of an earlier version of ours',
      '{"s":"screen","a":1,"v":0}',
      { source: 'screen', audio: true, video: false },
    ],
    ['with something unknown', '{"isCameraOn":true,"media_type":{"x":[1]}}', { video: true }],
  ] as const)
    it(`are read: one ${name}`, () => {
      expect(readNote(text)).to.deep.equal(expected);
    });

  for (const [name, value] of [
    ['nothing', ''],
    ['no text', undefined],
    ['a number', 5],
    ['an object that is no text', KIT],
    ['no JSON', '{"isCameraOn":'],
    ['null', 'null'],
    ['a string', '"{}"'],
    ['an array', '[]'],
    ['an array of notes', `[${JSON.stringify(KIT)}]`],
    ['an empty object', '{}'],
    ['somebody else’s keys', '{"role":"host"}'],
    ['text where the kit has a boolean', '{"isCameraOn":"false","isMicrophoneOn":true}'],
    ['a number where the kit has a boolean', '{"isCameraOn":true,"isMicrophoneOn":0}'],
    ['null where the kit has a boolean', '{"isCameraOn":null,"isMicrophoneOn":true}'],
    ['an unknown source', '{"s":"slides","a":1,"v":1}'],
    ['an unknown source, and keys of the kit', '{"s":"slides","a":1,"v":1,"isCameraOn":true}'],
    ['half of our keys', '{"s":"camera","a":1}'],
    ['our keys with other types', '{"s":"camera","a":true,"v":"1"}'],
    ['more than 1,024 characters', JSON.stringify({ ...KIT, x: 'x'.repeat(1024) })],
  ] as const)
    it(`count as none: ${name}`, () => {
      expect(readNote(value)).to.equal(undefined);
    });

  it('count as none from 1,024 characters on', () => {
    const ofLength = (length: number): string => {
      const note = JSON.stringify({ ...KIT, x: '' });
      return note.replace('""', `"${'x'.repeat(length - note.length)}"`);
    };
    expect(ofLength(1023)).to.have.length(1023);
    expect(readNote(ofLength(1023))).to.deep.equal({ audio: false, video: true });
    expect(readNote(ofLength(1024))).to.equal(undefined);
  });
});
