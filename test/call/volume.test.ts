import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import { remoteStreams } from '../../src/call/call-state.js';
import { CallError } from '../../src/engine/call-error.js';
import { inTime } from '../support/wait.js';
import { useStage } from './call-stage.js';

describe('the volume of a participant', () => {
  const stage = useStage();
  const set = (userId: unknown, volume: unknown): Promise<void> =>
    inTime(stage().session.setParticipantVolume(userId as string, volume as number), 'it settles');
  const volumes = (): [id: string, volume: number][] =>
    stage().state.participants.map(({ user, volume }) => [user.id, volume]);
  const someCome = (count: number): Promise<unknown> =>
    stage().until(({ participants }) => participants.length === count, `there are ${count} participants`);
  const enter = (id: string): void => void stage().room.enter({ id }).publish();

  it('is 1 until another one is set, for that participant alone', async () => {
    enter('ada');
    enter('ben');
    await stage().enter();
    await someCome(2);
    expect(volumes()).to.deep.equal([
      ['ada', 1],
      ['ben', 1],
    ]);
    await set('ben', 0.25);
    expect(volumes()).to.deep.equal([
      ['ada', 1],
      ['ben', 0.25],
    ]);
    await set('ben', 0);
    expect(volumes()[1]).to.deep.equal(['ben', 0]);
    await set('ben', 1);
    expect(volumes()[1]).to.deep.equal(['ben', 1]);
  });

  it('is set before anything is loaded, and before the participant comes', async () => {
    await set('ada', 0.5);
    expect(stage().engines).to.deep.equal([]);
    await stage().enter();
    enter('ada');
    await someCome(1);
    expect(volumes()).to.deep.equal([['ada', 0.5]]);
  });

  it('is kept while the participant is away, and while we are', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    await stage().enter();
    await set('ada', 0.5);
    ada.leave();
    await someCome(0);
    enter('ada');
    await someCome(1);
    expect(volumes()).to.deep.equal([['ada', 0.5]]);
    await stage().leave();
    await stage().join();
    await someCome(1);
    expect(volumes()).to.deep.equal([['ada', 0.5]]);
    stage().session.configure({ room: 'coffee' });
    stage().world.room('coffee').enter({ id: 'ada' });
    await stage().until(({ room, participants }) => room === 'coffee' && participants.length === 1, 'there');
    expect(volumes(), 'in another room').to.deep.equal([['ada', 0.5]]);
  });

  it('is one for all streams of a participant, and changes nothing else of them', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    ada.publish();
    await stage().enter();
    await stage().until((state) => remoteStreams(state)[0]?.media, 'it plays');
    const [before] = remoteStreams(stage().state);
    await set('ada', 0.5);
    expect(remoteStreams(stage().state)[0]).to.equal(before);
    ada.publish({ source: 'screen' });
    await stage().until((state) => remoteStreams(state).length === 2, 'the screen is there');
    expect(volumes()).to.deep.equal([['ada', 0.5]]);
  });

  it('is known of a participant whom no engine lists', async () => {
    await set('ada', 0);
    await stage().enter();
    const user = { id: 'ada', name: 'Ada' };
    const stream = { streamId: 'a', user, source: 'camera', audio: true, video: true } as const;
    stage().engine.emit({ type: 'streams-added', streams: [stream] });
    expect(volumes()).to.deep.equal([['ada', 0]]);
  });

  it('tells the room nothing', async () => {
    enter('ada');
    await stage().enter();
    await set('ada', 0);
    expect(stage().room.messages).to.deep.equal([]);
  });

  it('is told of once for each change, and not by the report', async () => {
    enter('ada');
    await stage().enter();
    let changes = 0;
    const end = stage().session.subscribe((state, previous) => {
      if (state.volumes !== previous.volumes) changes += 1;
    });
    const before = (await stage().session.getReport()).timeline.length;
    for (const volume of [0.5, 0.5, 0, -0, 1, 1]) await set('ada', volume);
    end();
    expect(changes).to.equal(3);
    expect((await stage().session.getReport()).timeline).to.have.length(before);
  });

  it('is anybody’s, whatever their ID', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'a b', '名', 'x'.repeat(300)];
    for (const id of ids) enter(id);
    await stage().enter();
    await someCome(ids.length);
    expect(volumes().map(([, volume]) => volume)).to.deep.equal(ids.map(() => 1));
    for (const id of ids) await set(id, 0.5);
    expect(volumes()).to.deep.equal(ids.map((id) => [id, 0.5]));
  });

  it('is one’s own of each call', async () => {
    await set('ada', 0);
    expect(new CallSession().state.volumes).to.deep.equal([]);
  });

  describe('refuses', () => {
    const refused = async (userId: unknown, volume: unknown): Promise<string | undefined> => {
      const before = stage().state;
      const thrown = await set(userId, volume).then(
        () => null,
        (error: unknown) => error,
      );
      expect(thrown).to.be.instanceOf(CallError);
      const { attribute, code } = thrown as CallError;
      expect(code).to.equal('invalid-config');
      expect(stage().state).to.equal(before);
      return attribute;
    };

    const VOLUMES = {
      'not a number': NaN,
      'below 0': -0.01,
      'above 1': 1.01,
      'a percentage': 50,
      infinite: Infinity,
      text: '0.5',
      'no text': '',
      null: null,
      missing: undefined,
      true: true,
      'in an array': [0.5],
      'an object': { valueOf: () => 0.5 },
    };
    for (const [what, volume] of Object.entries(VOLUMES))
      it(`a volume that is ${what}`, async () => {
        expect(await refused('ada', volume)).to.equal('volume');
      });

    for (const [what, userId] of Object.entries({
      empty: '',
      null: null,
      missing: undefined,
      'a number': 7,
      'an object': { id: 'ada' },
      'in an array': ['ada'],
    }))
      it(`a user ID that is ${what}`, async () => {
        expect(await refused(userId, 0.5)).to.equal('userId');
      });
  });
});
