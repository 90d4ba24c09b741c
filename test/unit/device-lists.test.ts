import { expect } from '@open-wc/testing';
import { type DeviceChoices, type DeviceOption, NO_CHOICES } from '../../src/call/call-state.js';
import { appeared, choicesOf, nextCamera, optionsOf } from '../../src/call/device-lists.js';

function info(
  kind: MediaDeviceKind,
  deviceId: string,
  label = `The ${deviceId}`,
  groupId = deviceId,
): MediaDeviceInfo {
  return { kind, deviceId, label, groupId, toJSON: () => ({}) };
}

const camera = (id: string, label?: string): MediaDeviceInfo => info('videoinput', id, label);

describe('what can be chosen', () => {
  const ids = (options: readonly DeviceOption[]): string[] => options.map(({ id }) => id);

  it('is listed by kind, in the browser’s order', () => {
    const infos = [info('audioinput', 'mic'), camera('b'), info('audiooutput', 'speaker'), camera('a')];
    expect(ids(optionsOf(infos, 'camera'))).to.deep.equal(['b', 'a']);
    expect(ids(optionsOf(infos, 'microphone'))).to.deep.equal(['mic']);
    expect(optionsOf(infos, 'speaker')).to.deep.equal([
      { id: 'speaker', label: 'The speaker', facing: null },
    ]);
  });

  it('has labels of at most 100 characters', () => {
    const [option] = optionsOf([camera('a', 'x'.repeat(10_000))], 'camera');
    expect(option?.label).to.equal('x'.repeat(100));
  });

  it('is nothing before permission: the browser names nothing then', () => {
    const infos = [info('videoinput', '', ''), info('audioinput', '', '')];
    expect(choicesOf(infos, {})).to.deep.equal(NO_CHOICES);
  });

  it('is no alias of the system’s default, nor anything twice', () => {
    const infos = [
      info('audioinput', 'default'),
      info('audioinput', 'communications'),
      info('audioinput', 'mic'),
      info('audioinput', 'mic'),
    ];
    expect(ids(optionsOf(infos, 'microphone'))).to.deep.equal(['mic']);
  });

  it('says what is in use, also where the browser says so by an alias', () => {
    const infos = [
      info('audioinput', 'default', 'Default: headset', 'headset'),
      info('audioinput', 'laptop'),
      info('audioinput', 'usb', 'Headset', 'headset'),
    ];
    expect(choicesOf(infos, { microphone: 'default' }).microphone.chosen).to.equal('usb');
    expect(choicesOf(infos, { microphone: 'laptop' }).microphone.chosen).to.equal('laptop');
    expect(choicesOf(infos, { microphone: 'gone' }).microphone.chosen).to.equal('');
    expect(choicesOf(infos, {}).microphone.chosen).to.equal('');
  });

  for (const [label, facing] of [
    ['Front Camera', 'front'],
    ['camera2 1, facing front', 'front'],
    ['FaceTime HD Camera', 'front'],
    ['Back Triple Camera', 'back'],
    ['camera2 0, facing back', 'back'],
    ['Rear camera', 'back'],
    ['Backlit webcam', null],
    ['', null],
  ] as const)
    it(`knows which way "${label}" looks: ${facing}`, () => {
      expect(optionsOf([camera('a', label)], 'camera')[0]?.facing).to.equal(facing);
    });
});

describe('switching the camera', () => {
  const choices = (chosen: string, ...labels: string[]): DeviceChoices =>
    choicesOf(
      labels.map((label) => camera(label, label)),
      { camera: chosen },
    );
  const cases: readonly [name: string, choices: DeviceChoices, next: string | undefined][] = [
    ['nowhere without a camera', NO_CHOICES, undefined],
    ['nowhere from the only camera', choices('One', 'One'), undefined],
    ['to the other of two', choices('One', 'One', 'Two'), 'Two'],
    ['around from the last', choices('Two', 'One', 'Two'), 'One'],
    ['to the first when none is known to be in use', choices('', 'One', 'Two'), 'One'],
    ['to the other side first', choices('Back', 'Back', 'Back wide', 'Front'), 'Front'],
    ['from the front to the first at the back', choices('Front', 'Front', 'Back', 'Back wide'), 'Back'],
    ['on, where all look the same way', choices('Back', 'Back', 'Back wide'), 'Back wide'],
  ];
  for (const [name, given, next] of cases)
    it(`goes ${name}`, () => {
      expect(nextCamera(given)?.id).to.equal(next);
    });
});

describe('what was plugged in', () => {
  const one = choicesOf([camera('one')], {});
  const two = choicesOf([camera('one'), camera('two')], {});

  it('is what was not there before', () => {
    expect(appeared(one, two, 'camera').map(({ id }) => id)).to.deep.equal(['two']);
    expect(appeared(two, one, 'camera')).to.deep.equal([]);
    expect(appeared(one, two, 'microphone')).to.deep.equal([]);
  });

  it('is nothing when nothing was known before', () => {
    expect(appeared(NO_CHOICES, two, 'camera')).to.deep.equal([]);
  });
});
