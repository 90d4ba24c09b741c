import { expect } from '@open-wc/testing';
import { browserKind, type BrowserSigns, systemKind } from '../../src/ui/browser-kind.js';

describe('which browser is at hand', () => {
  const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const brands = [{ brand: 'Not=A?Brand' }, { brand: 'Chromium' }];

  const CASES: readonly (readonly [string, Partial<BrowserSigns>, browser: string, system: string])[] = [
    [
      'Chrome on Windows',
      {
        userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
        userAgentData: { platform: 'Windows', brands },
      },
      'chromium',
      'windows',
    ],
    [
      'Edge on a Mac',
      {
        userAgent: `${MAC} Chrome/140.0 Safari/537.36 Edg/140.0`,
        userAgentData: { platform: 'macOS', brands },
      },
      'chromium',
      'macos',
    ],
    [
      'Chrome without https',
      { userAgent: 'X11; Linux x86_64 Chrome/140.0 Safari/537.36' },
      'chromium',
      'other',
    ],
    [
      'Firefox on Linux',
      { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
      'firefox',
      'other',
    ],
    ['Safari on a Mac', { userAgent: `${MAC} Version/18.0 Safari/605.1.15` }, 'safari', 'macos'],
    [
      'Safari on an iPad',
      { userAgent: `${MAC} Version/18.0 Safari/605.1.15`, maxTouchPoints: 5 },
      'ios',
      'ios',
    ],
    [
      'Safari on an iPhone',
      {
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E Safari/604.1',
        maxTouchPoints: 5,
      },
      'ios',
      'ios',
    ],
    [
      'Chrome on an iPhone',
      {
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile/15E Safari/604.1',
      },
      'other',
      'ios',
    ],
    [
      'Chrome on Android',
      {
        userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
        userAgentData: { platform: 'Android', brands },
      },
      'android',
      'android',
    ],
    [
      'Firefox on Android',
      { userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' },
      'other',
      'android',
    ],
    ['something else', { userAgent: 'Something/1.0' }, 'other', 'other'],
  ];
  for (const [name, signs, browser, system] of CASES) {
    it(`tells ${name}`, () => {
      const all = { userAgent: '', maxTouchPoints: 0, ...signs };
      expect([browserKind(all), systemKind(all)]).to.deep.equal([browser, system]);
    });
  }
});
