import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, playsOn, press } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

const OUTPUT = 'speaker-1';

describe('an audio output', () => {
  let stage: CallStage;
  let call: ZegoCall;
  /** The elements that were asked to use an output, and which one. */
  let asked: [element: HTMLMediaElement, deviceId: string][];
  let answer: (deviceId: string) => Promise<void>;
  let errors: number;
  const { setSinkId } = HTMLMediaElement.prototype;
  beforeEach(async () => {
    stage = new CallStage();
    asked = [];
    answer = () => Promise.resolve();
    errors = 0;
    HTMLMediaElement.prototype.setSinkId = function (deviceId: string): Promise<void> {
      asked.push([this, deviceId]);
      return answer(deviceId);
    };
    stage.enter('ada');
    stage.enter('bob');
    call = await stage.joined();
    call.addEventListener('zego-error', () => (errors += 1));
    await eventually(() => videos().length === 2, 'there are two tiles');
  });
  afterEach(async () => {
    await stage.end();
    HTMLMediaElement.prototype.setSinkId = setSinkId;
    localStorage.clear();
  });

  const videos = (): HTMLVideoElement[] => all<HTMLVideoElement>(call, 'zego-tile', 'video');
  const chosen = (): string => call.state.devices.speaker.chosen;
  const refuse = (): void => {
    answer = () => Promise.reject(new DOMException('It is gone', 'NotFoundError'));
  };
  /** Changes that render each tile again. */
  const renderAgain = async (): Promise<void> => {
    for (const person of ['ada', 'bob'])
      for (const grade of [3, 0] as const) {
        stage.room.setQuality(person, grade, 0);
        await pause(50);
      }
  };

  it('is asked for once by each tile, also by one that appears later', async () => {
    await call.selectDevice('speaker', OUTPUT);
    await eventually(() => asked.length === 2, 'each tile asks');
    await renderAgain();
    stage.enter('eve');
    await eventually(() => asked.length === 3, 'the new tile asks');
    await renderAgain();
    expect(asked.map(([, deviceId]) => deviceId)).to.deep.equal([OUTPUT, OUTPUT, OUTPUT]);
    expect(new Set(asked.map(([element]) => element))).to.deep.equal(new Set(videos()));
    expect([chosen(), errors]).to.deep.equal([OUTPUT, 0]);
  });

  it('that can not be used is reported once, is not chosen any more and not tried again', async () => {
    refuse();
    await call.selectDevice('speaker', OUTPUT);
    await eventually(() => errors > 0, 'it is reported');
    await eventually(() => chosen() === '', 'it is not chosen');
    await renderAgain();
    stage.enter('eve');
    await eventually(() => videos().length === 3, 'a tile appears later');
    await renderAgain();
    expect(asked.filter(([, deviceId]) => deviceId === OUTPUT)).to.have.length(2);
    expect(errors).to.equal(1);
  });

  it('that could not be used is tried again after devices have changed, and when it is chosen again', async () => {
    refuse();
    await call.selectDevice('speaker', OUTPUT);
    await eventually(() => errors === 1, 'it is reported');
    stage.devices.setPlugged('camera-2', false);
    await eventually(() => errors === 2, 'it is reported again');
    expect(asked.filter(([, deviceId]) => deviceId === OUTPUT)).to.have.length(4);
    answer = () => Promise.resolve();
    stage.devices.setPlugged('camera-2', true);
    await eventually(() => asked.length >= 6, 'it is tried again');
    await renderAgain();
    expect([chosen(), errors]).to.deep.equal([OUTPUT, 2]);
  });

  it('that never answers holds nothing up, and counts as one that can not be used', async () => {
    answer = () => new Promise(() => undefined);
    await call.selectDevice('speaker', OUTPUT);
    await eventually(() => asked.length === 2, 'each tile asks');
    stage.enter('eve');
    await eventually(() => videos().length === 3, 'a tile appears');
    for (const video of videos()) await playsOn(video);
    await eventually(() => chosen() === '', 'it is not chosen any more');
    expect(errors).to.equal(1);
  });

  it('that never answers does not keep the test tone from ending', async () => {
    await call.leave();
    await call.setMicrophone(true);
    await find(call, 'zego-device-check');
    answer = () => new Promise(() => undefined);
    await call.selectDevice('speaker', OUTPUT);
    await press(call, 'Test speaker');
    const test = await button(call, 'Test speaker');
    await eventually(() => test.ariaDisabled === 'true', 'it sounds');
    await eventually(() => test.ariaDisabled === 'false', 'it ends');
    await eventually(() => errors === 1, 'it is reported');
  });
});
