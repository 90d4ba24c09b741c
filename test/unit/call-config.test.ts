import { expect } from '@open-wc/testing';
import {
  type CallConfig,
  checkConfig,
  DEFAULT_CONFIG,
  isComplete,
  withChange,
} from '../../src/call/call-config.js';
import { CallError } from '../../src/engine/call-error.js';
import { createSimulatedWorld } from '../../src/engine/simulated/testing.js';

const LOCAL: CallConfig = { ...DEFAULT_CONFIG, room: 'tea', user: 'ada', engine: 'local' };
const ZEGO: CallConfig = { ...LOCAL, engine: 'zego', appId: 42, token: 'a token' };
const OWN = { width: 960, height: 540, frameRate: 24, bitrate: 800 };
const { createEngine } = createSimulatedWorld();

function refusal(config: CallConfig): CallError | undefined {
  try {
    checkConfig(config);
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(CallError);
    return thrown as CallError;
  }
  return undefined;
}

describe('the configuration', () => {
  const good: Readonly<Record<string, CallConfig>> = {
    'a room and a user for the local engine': LOCAL,
    'an app ID that is nonsense, where none is needed': { ...LOCAL, appId: Number.NaN },
    'the simulated engine': { ...LOCAL, engine: 'simulated' },
    'an engine of the page’s own': { ...LOCAL, engine: createEngine },
    'sound only': { ...LOCAL, mode: 'audio' },
    'pictures that save data': { ...LOCAL, quality: 'low' },
    'pictures of the page’s own quality': {
      ...LOCAL,
      quality: OWN,
    },
    'a ZEGO project with a token': ZEGO,
    'a ZEGO project with a token URL': { ...ZEGO, token: '', tokenUrl: '/token' },
    'a ZEGO project with a token provider': { ...ZEGO, token: '', tokenProvider: () => 'a token' },
  };
  for (const [name, config] of Object.entries(good))
    it(`may be ${name}`, () => {
      expect(refusal(config)).to.equal(undefined);
      expect(isComplete(config), 'nothing is missing').to.equal(true);
    });

  const bad: readonly [name: string, config: CallConfig, attribute: string][] = [
    ['no room', { ...LOCAL, room: '' }, 'room'],
    ['a room that can not be', { ...LOCAL, room: 'tea room' }, 'room'],
    ['no user', { ...LOCAL, user: '' }, 'user'],
    ['a user that can not be', { ...LOCAL, user: 'ada:example' }, 'user'],
    ['a name without end', { ...LOCAL, userName: 'x'.repeat(257) }, 'user-name'],
    ['an unknown engine', { ...LOCAL, engine: 'carrier-pigeon' as 'local' }, 'engine'],
    ['an engine that every object has', { ...LOCAL, engine: 'toString' as 'local' }, 'engine'],
    ['an engine that is neither name nor function', { ...LOCAL, engine: {} as 'local' }, 'engine'],
    ['an unknown mode', { ...LOCAL, mode: 'smell' as 'audio' }, 'mode'],
    ['an unknown quality', { ...LOCAL, quality: 'best' as 'hd' }, 'quality'],
    ['a quality that every object has', { ...LOCAL, quality: 'toString' as 'hd' }, 'quality'],
    ['a quality with a part missing', { ...LOCAL, quality: { width: 960, height: 540 } as never }, 'quality'],
    ['a quality that is no number', { ...LOCAL, quality: { ...OWN, width: Number.NaN } }, 'quality'],
    ['a quality beyond all limits', { ...LOCAL, quality: { ...OWN, bitrate: 1_000_000 } }, 'quality'],
    ['a quality that is neither name nor numbers', { ...LOCAL, quality: 7 as never }, 'quality'],
    ['a ZEGO project without app ID', { ...ZEGO, appId: undefined }, 'app-id'],
    ['a ZEGO project whose app ID is no number', { ...ZEGO, appId: Number.NaN }, 'app-id'],
    ['a ZEGO project without any token', { ...ZEGO, token: '' }, 'token'],
  ];
  for (const [name, config, attribute] of bad)
    it(`may not be ${name}, and says so`, () => {
      const error = refusal(config);
      expect(error).to.include({ code: 'invalid-config', attribute });
      expect(error?.message, 'the message names the attribute').to.match(new RegExp(`^${attribute} `));
    });

  it('tells the first thing that is wrong', () => {
    expect(refusal(DEFAULT_CONFIG)?.attribute).to.equal('room');
    expect(refusal({ ...ZEGO, user: '', appId: -1 })?.attribute).to.equal('user');
  });

  it('is complete only with room, user and, for ZEGO, project and credentials', () => {
    expect(isComplete(DEFAULT_CONFIG)).to.equal(false);
    expect(isComplete({ ...LOCAL, room: '' })).to.equal(false);
    expect(isComplete({ ...LOCAL, user: '' })).to.equal(false);
    expect(isComplete({ ...ZEGO, appId: undefined })).to.equal(false);
    expect(isComplete({ ...ZEGO, token: '' })).to.equal(false);
    expect(isComplete({ ...ZEGO, appId: -1 }), 'right or wrong').to.equal(true);
  });

  it('takes what is taken away for what it is by default', () => {
    const nothing = Object.fromEntries(Object.keys(ZEGO).map((key) => [key, null]));
    expect(withChange(ZEGO, nothing)).to.deep.equal(DEFAULT_CONFIG);
    expect(withChange(ZEGO, { token: undefined as unknown as string })).to.deep.equal({ ...ZEGO, token: '' });
    expect(withChange(ZEGO, { room: 'cake' })).to.deep.equal({ ...ZEGO, room: 'cake' });
  });

  it('lets a room ID that was taken away be missing, not fail otherwise', () => {
    expect(refusal(withChange(LOCAL, { room: null as unknown as string }))?.attribute).to.equal('room');
    expect(refusal(withChange(ZEGO, { token: null as unknown as string }))?.attribute).to.equal('token');
  });
});
