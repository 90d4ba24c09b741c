import { invalidConfig } from '../call-error.js';
import type { ZegoArea, ZegoLogLevel, ZegoOptions } from '../zego-options.js';
import type { SdkClass } from './load-sdk.js';

/** The SDK's number of each region. */
const AREAS: Readonly<Record<ZegoArea, number>> = { CN: 2, NA: 3, EU: 4, AS: 5, IN: 6 };
const INCLUDE = 1;
const EXCLUDE = 2;
const LOG_LEVELS: readonly ZegoLogLevel[] = ['debug', 'info', 'warn', 'error', 'disable'];
/** A host, with a port and a path if it has any, but without a protocol. */
const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?(\/[^\s?#]*)?$/;

/** Sets up the SDK as the options say. Throws `invalid-config`, before anything is set, when they cannot be meant. */
export function applyOptions(Class: SdkClass, options: ZegoOptions): void {
  checkOptions(options);
  const { cloudProxy, consoleLog = 'disable', geoFence, localProxy, logUpload = 'disable' } = options;
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
}

function setGeoFence(Class: SdkClass, fence: NonNullable<ZegoOptions['geoFence']>): void {
  const [kind, areas] = 'include' in fence ? [INCLUDE, fence.include] : [EXCLUDE, fence.exclude];
  const numbers = areas.map((area) => AREAS[area]);
  try {
    Class.setGeoFence(kind, numbers);
  } catch (cause) {
    // An app that brings its own copy of the SDK may have constructed it before.
    throw invalidConfig('zegoOptions', 'have a geoFence, but ZEGO’s SDK is in use already', cause);
  }
}

/** Throws `invalid-config` for what cannot be meant, so that no limit is left out in silence. */
function checkOptions(options: ZegoOptions): void {
  const { cloudProxy, consoleLog, geoFence, localProxy, logUpload } = checkKeys('', options, [
    'geoFence',
    'cloudProxy',
    'localProxy',
    'consoleLog',
    'logUpload',
  ]);
  if (geoFence !== undefined) checkGeoFence(geoFence);
  if (cloudProxy !== undefined) checkCloudProxy(cloudProxy);
  if (localProxy !== undefined) checkLocalProxy(localProxy);
  if (cloudProxy !== undefined && localProxy !== undefined) refuse('have both cloudProxy and localProxy');
  for (const [name, level] of Object.entries({ consoleLog, logUpload }))
    if (level !== undefined && !LOG_LEVELS.some((known) => known === level))
      refuse(`need a ${name} of ${LOG_LEVELS.join(', ')}`);
}

function checkGeoFence(value: unknown): void {
  const { exclude, include } = checkKeys('geoFence.', value, ['include', 'exclude']);
  const areas = include ?? exclude;
  const isOne = (include === undefined) !== (exclude === undefined);
  if (!isOne || !isFilled(areas) || !areas.every((area) => Object.hasOwn(AREAS, String(area))))
    refuse(`need a geoFence with either include or exclude: a list of ${Object.keys(AREAS).join(', ')}`);
}

function checkCloudProxy(value: unknown): void {
  const { hosts, token } = checkKeys('cloudProxy.', value, ['hosts', 'token']);
  if (!isFilled(hosts)) return refuse('need a cloudProxy with hosts');
  for (const host of hosts) {
    const { hostName, port } = checkKeys('cloudProxy.hosts.', host, ['hostName', 'port']);
    if (!isHost(hostName)) refuse('need a hostName, such as proxy.example.com, for each host of cloudProxy');
    if (port !== undefined && !(Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536))
      refuse('need a port from 1 to 65535 in cloudProxy');
  }
  if (token !== undefined && typeof token !== 'string') refuse('need text as the token of cloudProxy');
}

function checkLocalProxy(value: unknown): void {
  const proxies = checkKeys('localProxy.', value, ['signaling', 'logs', 'logFiles']);
  if (proxies['signaling'] === undefined) refuse('need a localProxy with signaling');
  for (const [name, host] of Object.entries(proxies))
    if (host !== undefined && !isHost(host))
      refuse(`need a host name, without wss://, as localProxy.${name}`);
}

/** @param path of the value below the options, with a dot behind it; empty for the options themselves. */
function checkKeys(path: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidConfig('zegoOptions', `need an object${path && ` as ${path.slice(0, -1)}`}`);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw invalidConfig('zegoOptions', `have no ${path}${unknown}, only ${known.join(', ')}`);
  return value as Record<string, unknown>;
}

function isFilled(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isHost(value: unknown): value is string {
  return typeof value === 'string' && HOST.test(value);
}

function refuse(problem: string): void {
  throw invalidConfig('zegoOptions', problem);
}
