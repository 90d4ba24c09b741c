import { expect } from '@open-wc/testing';
import type { StreamSource } from '../../src/engine/call-engine.js';
import { createStreamId, isKitScreen } from '../../src/engine/stream-id.js';

/** Every printable ASCII character, and some others. */
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const ODD = `${PRINTABLE}é房🎉\u0000\n`;

const IDS = ['a', 'Tea_Room-42', 'ben@example.com', "o'hara", 'trailing\\', '"quoted"', ODD];
const LONG_ROOM = `${'#'.repeat(127)}!`;
const LONG_USER = `${'.'.repeat(63)}~`;

const idOf = (room: string, user: string, source: StreamSource): string =>
  createStreamId(room, { id: user, name: user }, source);

/** How each of ZEGO's kits tells a camera from a screen. */
const KIT_READERS: Readonly<Record<string, (id: string) => StreamSource>> = {
  web: (id) => (id.includes('_screensharing') ? 'screen' : 'camera'),
  flutter: (id) => (id.endsWith('main') ? 'camera' : id.endsWith('screensharing') ? 'screen' : 'camera'),
  ios: (id) => (id.includes('main') ? 'camera' : 'screen'),
  android: (id) => (id.includes('main') ? 'camera' : 'screen'),
  'react native': (id) => (id.endsWith('_screensharing') ? 'screen' : 'camera'),
};

const DECEIVING = [
  'x_screensharing',
  '_screensharing_',
  'r_screensharing_ben',
  'main',
  '_main_',
  'domain-users',
  'x_main',
  'screensharing',
];

describe('stream IDs', () => {
  for (const source of ['camera', 'screen'] as const) {
    const marker = source === 'camera' ? '_main_' : '_screensharing_';

    it(`of a ${source} consist of letters, digits, - and _ only, whatever the room and user IDs`, () => {
      for (const room of [...IDS, LONG_ROOM, ODD.repeat(9)])
        for (const user of [...IDS, LONG_USER, ODD.repeat(9)]) {
          const id = idOf(room, user, source);
          expect(id).to.match(/^[A-Za-z0-9_-]{1,256}$/);
          expect(id).to.include(marker);
        }
    });

    it(`of a ${source} are unique, also where IDs differ in nothing but odd characters`, () => {
      const rooms = [LONG_ROOM, `${'#'.repeat(127)}$`, `${'#'.repeat(127)}-`, `${'#'.repeat(127)}_`];
      const users = [LONG_USER, `${'.'.repeat(63)}*`];
      const ids = rooms.flatMap((room) =>
        users.flatMap((user) => Array.from({ length: 20 }, () => idOf(room, user, source))),
      );
      expect(new Set(ids).size).to.equal(ids.length);
    });

    for (const [kit, read] of Object.entries(KIT_READERS))
      it(`of a ${source} are those of a ${source} to the ${kit} kit, whatever the room and user IDs`, () => {
        for (const room of [...IDS, ...DECEIVING])
          for (const user of [...IDS, ...DECEIVING])
            expect(read(idOf(room, user, source)), `${room} ${user}`).to.equal(source);
      });

    it(`of a ${source} are told from kit IDs of screens`, () => {
      for (const deceiving of DECEIVING)
        expect(isKitScreen(idOf(deceiving, deceiving, source))).to.equal(source === 'screen');
    });
  }

  it('of a camera have the user ID where the web kit looks for whose sound level it is', () => {
    const parts = idOf('team_standup', 'ben', 'camera').split('_');
    expect(parts.at(-2)).to.equal('ben');
  });

  for (const [id, expected] of [
    ['room_ben_screensharing', true],
    ['room_ben_main', false],
    ['my_screensharing_ben_main', false],
    ['room_x_screensharing_main', false],
    ['screensharing', false],
    ['anything-1', false],
    ['', false],
  ] as const)
    it(`${id || 'nothing'} ${expected ? 'is' : 'is not'} a screen of a kit`, () => {
      expect(isKitScreen(id)).to.equal(expected);
    });
});
