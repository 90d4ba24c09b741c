import type { PermissionHelp } from '../i18n/strings.js';

export type BrowserKind = keyof PermissionHelp['denied'];
export type SystemKind = keyof PermissionHelp['system'];

/** What a `navigator` tells of the browser; `userAgentData` only in Chromium, and only on secure pages. */
export interface BrowserSigns {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly userAgentData?: {
    readonly platform: string;
    readonly brands: readonly { readonly brand: string }[];
  };
}

/** Whose settings are to be explained; `other` where nobody knows how they look. */
export function browserKind(signs: BrowserSigns): BrowserKind {
  const { userAgent, userAgentData } = signs;
  const system = systemKind(signs);
  const isChromium = userAgentData
    ? userAgentData.brands.some(({ brand }) => brand === 'Chromium')
    : / Chrome\//.test(userAgent);
  if (system === 'ios') return /CriOS|FxiOS|EdgiOS/.test(userAgent) ? 'other' : 'ios';
  if (system === 'android') return isChromium ? 'android' : 'other';
  if (isChromium) return 'chromium';
  if (/ Firefox\//.test(userAgent)) return 'firefox';
  return system === 'macos' && / Safari\//.test(userAgent) ? 'safari' : 'other';
}

/** An iPad says that it is a Mac, but no Mac has a touch screen. */
export function systemKind({ maxTouchPoints, userAgent, userAgentData }: BrowserSigns): SystemKind {
  const platform = `${userAgentData?.platform ?? ''} ${userAgent}`;
  if (/Android/.test(platform)) return 'android';
  if (/iPhone|iPad|iPod/.test(platform)) return 'ios';
  if (/mac ?os/i.test(platform)) return maxTouchPoints > 1 ? 'ios' : 'macos';
  return /Windows/.test(platform) ? 'windows' : 'other';
}
