import type { CallState, ChatMessage, DeviceState, Participant, RemoteStream } from '../call/call-state.js';
import { isInRoom, missedSource } from '../call/call-state.js';
import type { DeviceKind } from '../engine/call-error.js';
import { Explanations } from './explanations.js';
import { moreOf } from './more-texts.js';
import type { Texts } from './texts.js';

/** How much of a message is read out, in characters. */
const MOST_READ = 120;
/** Where more turn theirs at once, somebody mutes a whole room, and nobody wants to hear a list of it. */
const MOST_MICROPHONES = 3;
const DEVICES = ['microphone', 'camera', 'screen'] as const satisfies readonly DeviceKind[];

/**
 * What to tell somebody who does not see the call of how one state became the next, in the order in which it is to be heard.
 * What changes all the time, levels and quality, is never told.
 */
export function announcementsBetween(previous: CallState, next: CallState, texts: Texts): string[] {
  if (!isInRoom(next.connection)) return [];
  if (!isInRoom(previous.connection))
    return [moreOf(texts).inCallWith(next.participants.length), ...problems(previous, next, texts)];
  return [
    ...connection(previous, next, texts),
    ...problems(previous, next, texts),
    ...ownDevices(previous, next, texts),
    ...people(previous, next, texts),
    ...screens(previous, next, texts),
    ...microphones(previous, next, texts),
    ...hands(previous, next, texts),
    ...messages(previous, next, texts),
  ];
}

function connection(previous: CallState, next: CallState, texts: Texts): string[] {
  const [before, after] = [previous.connection.status, next.connection.status];
  if (before !== after)
    return [after === 'reconnecting' ? texts.strings.reconnecting : moreOf(texts).reconnected];
  const missed = missedSource(next.self);
  return missed && missed !== missedSource(previous.self)
    ? [new Explanations(texts).sendingAgain(missed)]
    : [];
}

function problems(previous: CallState, next: CallState, texts: Texts): string[] {
  const words = new Explanations(texts);
  const problem = next.notice !== previous.notice ? words.notice(next) : null;
  const command =
    next.hostCommand && next.hostCommand !== previous.hostCommand
      ? words.hostCommand(next.hostCommand)
      : null;
  const offer = next.offer && next.offer !== previous.offer ? words.offer(next.offer) : null;
  return [problem, command, offer].filter((told) => told !== null);
}

function ownDevices(previous: CallState, next: CallState, texts: Texts): string[] {
  const { deviceTurnedOff, deviceTurnedOn } = moreOf(texts);
  return DEVICES.flatMap((kind) => {
    const turned = turnedTo(previous.self[kind], next.self[kind]);
    if (!turned) return [];
    return turned === 'on' ? deviceTurnedOn[kind] : deviceTurnedOff[kind];
  });
}

/** What a device has confirmed; null while it confirms nothing new. */
function turnedTo(before: DeviceState, after: DeviceState): 'on' | 'off' | null {
  if (after.status === before.status) return null;
  if (after.status === 'on') return 'on';
  const wasOn = before.status === 'on' || (before.status === 'pending' && before.turning === 'off');
  return after.status === 'off' && wasOn ? 'off' : null;
}

function people(previous: CallState, next: CallState, texts: Texts): string[] {
  const more = moreOf(texts);
  const came = without(next.participants, previous.participants);
  const went = without(previous.participants, next.participants);
  return [
    ...oneOrMany(came, more.joined, more.peopleJoined),
    ...oneOrMany(went, more.leftCall, more.peopleLeft),
  ];
}

/** Hands of others that went up; of one's own, its button tells. */
function hands(previous: CallState, next: CallState, texts: Texts): string[] {
  const { handRaised } = moreOf(texts);
  return next.participants
    .filter(({ user }) => next.hands.includes(user.id) && !previous.hands.includes(user.id))
    .map(({ user }) => `${user.name}: ${handRaised}`);
}

function screens(previous: CallState, next: CallState, texts: Texts): string[] {
  const { sharesScreen } = moreOf(texts);
  const shared = new Set(sharing(previous).map(({ user }) => user.id));
  return sharing(next)
    .filter(({ user }) => !shared.has(user.id))
    .map(({ user }) => `${user.name}: ${sharesScreen}`);
}

/** Those of others that go on or off. */
function microphones(previous: CallState, next: CallState, texts: Texts): string[] {
  const { deviceTurnedOff, deviceTurnedOn } = moreOf(texts);
  const heard = new Map(cameras(previous).map(({ audio, streamId }) => [streamId, audio]));
  const turned = cameras(next).filter(({ audio, streamId }) => heard.get(streamId) === !audio);
  if (turned.length > MOST_MICROPHONES) return [];
  return turned.map(
    ({ audio, user }) => `${user.name}: ${(audio ? deviceTurnedOn : deviceTurnedOff).microphone}`,
  );
}

/** The streams that carry voices. */
function cameras({ participants }: CallState): RemoteStream[] {
  return participants.flatMap(({ streams }) => streams.filter(({ source }) => source === 'camera'));
}

function sharing({ participants }: CallState): Participant[] {
  return participants.filter(({ streams }) => streams.some(({ source }) => source === 'screen'));
}

function without(all: readonly Participant[], known: readonly Participant[]): Participant[] {
  const ids = new Set(known.map(({ user }) => user.id));
  return all.filter(({ user }) => !ids.has(user.id));
}

function oneOrMany(
  those: readonly Participant[],
  one: (name: string) => string,
  many: (count: number) => string,
): string[] {
  const [first] = those;
  if (!first) return [];
  return [those.length === 1 ? one(first.user.name) : many(those.length)];
}

/** Only what counts as unread: an open chat reads out its messages itself. */
function messages(previous: CallState, next: CallState, texts: Texts): string[] {
  const known = new Set(previous.messages.map(({ id }) => id));
  const fresh = next.messages.filter(({ id, own }) => !own && !known.has(id));
  const unread = fresh.slice(Math.max(0, fresh.length - next.unread));
  const [first] = unread;
  if (!first) return [];
  const more = moreOf(texts);
  return [
    unread.length === 1
      ? more.messageFrom(first.from.name, beginning(first))
      : more.newMessages(unread.length),
  ];
}

function beginning({ text }: ChatMessage): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= MOST_READ) return line;
  return `${line.slice(0, MOST_READ).replace(/\s?\S*$/u, '')}…`;
}
