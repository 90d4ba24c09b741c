import type { Message, User } from '../../src/engine/call-engine.js';
import {
  createSimulatedWorld,
  type SimulatedParticipant,
  type SimulatedRoom,
} from '../../src/engine/simulated/testing.js';
import { effectKinds } from '../../src/engine/simulated/simulated-engine.js';
import { engineContract } from './engine-contract.js';
import type { EngineStage, RemotePeer } from './engine-stage.js';

const LOUDNESS = 0.5;

engineContract('simulated', setSimulatedStage);

async function setSimulatedStage(): Promise<EngineStage> {
  const world = createSimulatedWorld();
  const room = world.room('stage');
  const engine = world.createEngine();
  const user: User = { id: 'me', name: 'Me' };
  const viewer = world.createEngine();
  /** Participants of a script receive nothing; this one does. */
  const watch = async (streamId: string): Promise<MediaStream> => {
    const { signal } = new AbortController();
    await viewer.join({ room: room.name, user: { id: 'viewer', name: 'Viewer' }, token: '' }, signal);
    return viewer.play(streamId, signal);
  };
  return {
    engine,
    statsEvery: 1_000,
    effectKinds: effectKinds(),
    request: { room: room.name, user, token: '' },
    enter: async (other) => enter(room, other, (streamId) => watch(streamId)),
    logInElsewhere: async () => room.logInElsewhere(user.id),
    dropConnection: async () => room.dropConnection(),
    restoreConnection: async () => room.restoreConnection(),
    async takeStreamId() {
      room.takeStreamId('taken');
      return 'taken';
    },
    async tearDown() {
      await engine.destroy();
      await viewer.destroy();
      for (const { id } of room.users) room.kick(id);
    },
  };
}

function enter(room: SimulatedRoom, user: User, receive: RemotePeer['receive']): RemotePeer {
  const heard: Message[] = [];
  const signals: string[] = [];
  const participant = room.enter(
    user,
    (message) => heard.push(message),
    ({ text }) => signals.push(text),
  );
  const find = (streamId: string) => room.streams.find((stream) => stream.streamId === streamId);
  const sourceOf = (streamId: string) => find(streamId)?.source;
  return {
    user,
    publish: async (source) => publishAloud(participant, source),
    unpublish: async (streamId) => participant.unpublish(sourceOf(streamId)),
    async setMuted(streamId, kind, muted) {
      if (muted) participant.mute(kind, sourceOf(streamId));
      else participant.unmute(kind, sourceOf(streamId));
    },
    say: async (text, kind) => participant.say(text, kind),
    signal: async (text, to) => participant.signal(text, to),
    signals: () => signals,
    heard: () => heard.map(({ text }) => text),
    sees: find,
    receive,
    layerWanted: (streamId) => participant.layerWanted(sourceOf(streamId)),
    leave: async () => participant.leave(),
  };
}

function publishAloud(participant: SimulatedParticipant, source: 'camera' | 'screen'): string {
  participant.speak(LOUDNESS);
  return participant.publish({ source });
}
