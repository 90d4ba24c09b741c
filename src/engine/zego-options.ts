/** Regions that ZEGO's geo-fencing knows: mainland China, North America, Europe, Asia without mainland China and India, India. */
export type ZegoArea = 'CN' | 'NA' | 'EU' | 'AS' | 'IN';

/** From all that there is to nothing. */
export type ZegoLogLevel = 'debug' | 'info' | 'warn' | 'error' | 'disable';

/** What ZEGO's networks call the use of a room; everybody in a room should name the same. */
export type ZegoScenario =
  | 'default'
  | 'standard-video-call'
  | 'high-quality-video-call'
  | 'standard-chatroom'
  | 'high-quality-chatroom'
  | 'broadcast'
  | 'karaoke';

/**
 * How the ZEGO engine reaches ZEGO's cloud. The SDK takes these only before it is started for the first time, so they hold
 * for the whole page: a later call that gives others is refused with `invalid-config`.
 */
export interface ZegoOptions {
  /**
   * Carries calls only over servers in these regions, or over all servers but those in them. ZEGO turns geo-fencing on for a
   * project on request. Default: the nearest servers, wherever they are.
   */
  readonly geoFence?: { readonly include: readonly ZegoArea[] } | { readonly exclude: readonly ZegoArea[] };
  /** Reaches ZEGO through proxies that ZEGO provides, for networks that let only a few addresses through. Default: directly. */
  readonly cloudProxy?: {
    readonly hosts: readonly { readonly hostName: string; readonly port?: number }[];
    readonly token?: string;
  };
  /**
   * Reaches ZEGO's signaling, log and log file servers through proxies of one's own: each a host name, with port and path if
   * they have any. What is left out is reached directly. Not together with `cloudProxy`.
   */
  readonly localProxy?: { readonly signaling: string; readonly logs?: string; readonly logFiles?: string };
  /** What the SDK writes to the console. Default: `disable`. */
  readonly consoleLog?: ZegoLogLevel;
  /** What the SDK sends to ZEGO's log servers, where ZEGO's support can read it. Default: `disable`. */
  readonly logUpload?: ZegoLogLevel;
}
