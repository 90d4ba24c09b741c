import { invalidConfig } from '../call-error.js';
import type { ZegoArea, ZegoOptions, ZegoScenario } from '../zego-options.js';
import type { SdkClass } from './load-sdk.js';

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

/** The SDK's number of each region. */
export const AREAS: Readonly<Record<ZegoArea, number>> = { CN: 2, NA: 3, EU: 4, AS: 5, IN: 6 };
const INCLUDE = 1;
const EXCLUDE = 2;

/** What each class was set up with. */
const setUps = new WeakMap<SdkClass, string>();

/** Returns the SDK's number for a scenario. Throws `invalid-config` for an unknown one. */
export function scenarioNumber(scenario: ZegoScenario): number {
  if (Object.hasOwn(SCENARIOS, scenario)) return SCENARIOS[scenario];
  throw invalidConfig('scenario', `must be one of ${Object.keys(SCENARIOS).join(', ')}`);
}

/**
 * Gives the SDK what it takes only before its first instance is constructed. Throws `invalid-config` for other options than
 * those of the page's first call, rather than go on without them: a geo-fence that does not hold is worse than no call.
 */
export function setUpSdk(Class: SdkClass, options: ZegoOptions): void {
  const given = JSON.stringify(options);
  const before = setUps.get(Class);
  if (before === given) return;
  if (before !== undefined)
    throw invalidConfig(
      'zegoOptions',
      'can only be changed by loading the page again: ZEGO is in use already',
    );
  const { cloudProxy, consoleLog = 'disable', geoFence, localProxy, logUpload = 'disable' } = options;
  // Unless told otherwise, the SDK writes some 150 lines to the console in ten seconds.
  Class.presetLogConfig({ logLevel: consoleLog, remoteLogLevel: logUpload });
  if (geoFence) setGeoFence(Class, geoFence);
  if (cloudProxy) Class.setCloudProxyConfig([...cloudProxy.hosts], cloudProxy.token ?? '', true);
  if (localProxy) {
    const { logFiles, logs, signaling } = localProxy;
    const proxies = {
      accesshubProxy: signaling,
      ...(logs === undefined ? {} : { loggerProxy: logs }),
      ...(logFiles === undefined ? {} : { detaillogProxy: logFiles }),
    };
    Class.setLocalProxyConfig(proxies, true);
  }
  setUps.set(Class, given);
}

function setGeoFence(Class: SdkClass, fence: NonNullable<ZegoOptions['geoFence']>): void {
  const [kind, areas] = 'include' in fence ? [INCLUDE, fence.include] : [EXCLUDE, fence.exclude];
  try {
    Class.setGeoFence(
      kind,
      areas.map((area) => AREAS[area]),
    );
  } catch (cause) {
    // An app that brings its own copy of the SDK may have constructed it before.
    throw invalidConfig('zegoOptions', 'have a geoFence, but ZEGO’s SDK is in use already', cause);
  }
}
