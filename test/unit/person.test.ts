import { expect } from '@open-wc/testing';
import { INITIAL_STATE, type Participant, UNKNOWN_QUALITY } from '../../src/call/call-state.js';
import { everybody, named } from '../../src/ui/person.js';

function participant(id: string, name = id): Participant {
  return { user: { id, name }, streams: [], quality: UNKNOWN_QUALITY, volume: 1, listed: true };
}

describe('the list of people', () => {
  const self = { ...INITIAL_STATE.self, user: { id: 'me', name: 'Me' } };
  const participants = ['ada', 'ben', 'cem'].map((id) => participant(id));
  const ORDERS: readonly (readonly [hands: string[], order: string])[] = [
    [[], 'me ada ben cem'],
    [['cem'], 'me cem ada ben'],
    [['cem', 'ada'], 'me cem ada ben'],
    [['ben', 'me', 'ada'], 'me ben ada cem'],
    [['nobody'], 'me ada ben cem'],
  ];
  for (const [hands, order] of ORDERS)
    it(`is "${order}" when the hands of ${hands.join(', ') || 'nobody'} are up`, () => {
      const people = everybody({ hands, participants, self });
      expect(people.map(({ user }) => user.id).join(' ')).to.equal(order);
      expect(people.filter(({ hand }) => hand).every(({ user }) => hands.includes(user.id))).to.equal(true);
    });

  const FOUND: readonly (readonly [wanted: string, found: number])[] = [
    ['', 2],
    ['  ', 2],
    ['zoe', 1],
    ['ZOË', 1],
    ['o', 2],
    ['.*', 0],
  ];
  for (const [wanted, count] of FOUND)
    it(`finds ${count} by "${wanted}"`, () => {
      const people = everybody({
        hands: [],
        participants: [participant('z', 'Zoë')],
        self: { ...self, user: { id: 'me', name: 'Jo' } },
      });
      expect(named(people, wanted)).to.have.length(count);
    });
});
