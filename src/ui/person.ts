import type { CallState, Quality } from '../call/call-state.js';
import type { User } from '../engine/call-engine.js';

/** One line in the list of people. */
export interface Person {
  readonly user: User;
  readonly own: boolean;
  readonly hand: boolean;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly quality: Quality;
}

/** Everybody: oneself, then raised hands in their order, then the others as they came. */
export function everybody({
  hands,
  participants,
  self,
}: Pick<CallState, 'hands' | 'participants' | 'self'>): Person[] {
  const raised = new Map(hands.map((id, place) => [id, place]));
  const others = participants.map(({ quality, streams, user }) => {
    const camera = streams.find(({ source }) => source === 'camera');
    return {
      user,
      own: false,
      hand: raised.has(user.id),
      microphone: camera?.audio ?? false,
      camera: camera?.video ?? false,
      screen: streams.some(({ source }) => source === 'screen'),
      quality,
    };
  });
  const place = ({ user }: Person): number => raised.get(user.id) ?? Infinity;
  const me: Person = {
    user: self.user,
    own: true,
    hand: raised.has(self.user.id),
    microphone: self.microphone.status === 'on',
    camera: self.camera.status === 'on',
    screen: self.screen.status === 'on',
    quality: self.quality,
  };
  return [
    me,
    ...others.filter(({ hand }) => hand).sort((one, other) => place(one) - place(other)),
    ...others.filter(({ hand }) => !hand),
  ];
}

/** Those with that in their name, whatever the case and the accents. */
export function named(people: readonly Person[], wanted: string): readonly Person[] {
  const plain = wanted.trim();
  return plain ? people.filter(({ user }) => folded(user.name).includes(folded(plain))) : people;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
