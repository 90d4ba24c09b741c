import { invalidConfig } from '../call-error.js';
import { loaded } from '../loaded.js';
import type { ZegoOptions, ZegoScenario } from '../zego-options.js';
import type { SdkClass } from './load-sdk.js';
import { isRecord } from './sdk-values.js';
import { settle } from './settle.js';

/** The SDK's `ZegoScenario`; the typings have it, the module does not. */
const SCENARIOS: Readonly<Record<ZegoScenario, number>> = {
  default: 3,
  'standard-video-call': 4,
  'high-quality-video-call': 5,
  'standard-chatroom': 6,
  'high-quality-chatroom': 7,
  broadcast: 8,
  karaoke: 9,
};

/** How long, in ms, the code for options may take to arrive. */
const LOADING = 10_000;

/** What each class is, or is being, set up with. */
const setUps = new WeakMap<SdkClass, { readonly given: string; readonly done: Promise<void> }>();

/** Returns the SDK's number for a scenario. Throws `invalid-config` for an unknown one. */
export function scenarioNumber(scenario: ZegoScenario): number {
  if (Object.hasOwn(SCENARIOS, scenario)) return SCENARIOS[scenario];
  throw invalidConfig('scenario', `must be one of ${Object.keys(SCENARIOS).join(', ')}`);
}

/**
 * Gives the SDK what it takes only before its first instance is constructed. Rejects with `invalid-config` for options that
 * cannot be meant, and for others than those of the page's first call, rather than go on without them: a geo-fence that does
 * not hold is worse than no call.
 */
export function setUpSdk(Class: SdkClass, options: ZegoOptions): Promise<void> {
  const given = meaningOf(options);
  const known = setUps.get(Class);
  if (known?.given === given) return known.done;
  if (known)
    return Promise.reject(
      invalidConfig('zegoOptions', 'can only be changed by loading the page again: ZEGO is in use already'),
    );
  const done = given === meaningOf({}) ? setUpPlainly(Class) : setUpAsAsked(Class, options);
  setUps.set(Class, { given, done });
  done.catch(() => setUps.delete(Class));
  return done;
}

/** Returns the same text for options that mean the same. */
function meaningOf(options: ZegoOptions): string {
  if (!isRecord(options) || Array.isArray(options)) return JSON.stringify(options);
  return JSON.stringify({ consoleLog: 'disable', logUpload: 'disable', ...options }, (_, value: unknown) =>
    isRecord(value) && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}

/** Unless told otherwise, the SDK writes some 150 lines to the console in ten seconds, and sends its log to ZEGO. */
async function setUpPlainly(Class: SdkClass): Promise<void> {
  Class.presetLogConfig({ logLevel: 'disable', remoteLogLevel: 'disable' });
}

async function setUpAsAsked(Class: SdkClass, options: ZegoOptions): Promise<void> {
  const loading = loaded(import('./network-options.js'), 'The ZEGO options');
  const { applyOptions } = await settle(loading, { what: 'Loading the ZEGO options', milliseconds: LOADING });
  applyOptions(Class, options);
}
