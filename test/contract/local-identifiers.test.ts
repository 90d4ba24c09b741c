import { expect } from '@open-wc/testing';
import { useMeeting } from './local-meeting.js';
import type { TestWay } from './local-stage.js';
import { BroadcastWay, PageRelay, RelayWay } from './local-ways.js';

const ODD = "!#$&'()*+,-.;<=>@\\^_`~";
const ROOM = `${ODD.repeat(6).slice(0, 127)}\\`;
const USERS = [`${ODD.repeat(3).slice(0, 63)}\\`, `${ODD.repeat(3).slice(0, 63)}'`] as const;

describe('odd room and user IDs in calls from browser to browser', () => {
  const meeting = useMeeting();

  const relay = new PageRelay();
  for (const [name, way] of Object.entries<() => TestWay>({
    'the tabs of a browser': () => new BroadcastWay(),
    'a relay': () => new RelayWay(relay),
  }))
    it(`bring people together over ${name}, and keep them apart from others`, async () => {
      const [ada, ben] = [meeting().member(USERS[0], way()), meeting().member(USERS[1], way())];
      await ada.join(ROOM);
      await ben.join(ROOM);
      expect(await ada.log.user(USERS[1])).to.deep.equal({ id: USERS[1], name: USERS[1] });
      const publication = await ben.engine.publish(meeting().media.stream, { source: 'camera' });
      expect(publication.streamId).to.match(/^[A-Za-z0-9_-]{1,256}$/);
      expect((await ada.log.stream(publication.streamId)).user.id).to.equal(USERS[1]);
      await ben.engine.sendMessage('hi', 'reliable');
      expect((await ada.log.event('message')).message.from.id).to.equal(USERS[1]);

      const eve = meeting().member('eve', way());
      await eve.join(`${ROOM.slice(0, 127)}~`);
      expect(eve.log.users().size).to.equal(0);
    });
});
