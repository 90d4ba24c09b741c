// How the tests and benchmarks launch a browser: fake devices, nobody to ask, and nothing of its own on the network.
import { spawnSync } from 'node:child_process';

/** Options for puppeteer's `launch` with Chrome, Chromium or Edge. */
export const chromeOptions = (executablePath) => ({
  browser: 'chrome',
  executablePath,
  headless: true,
  args: [
    ...(canSandbox() ? [] : ['--no-sandbox']),
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
    '--disable-features=WebRtcHideLocalIpsWithMdns', // Another browser may have nobody to ask for `.local` names.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ],
});

/** Options for puppeteer's `launch` with Firefox. */
export const firefoxOptions = (executablePath) => ({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: {
    'layout.frame_rate': 20, // Nobody watches; 60 took a sixth more of the processor.
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
    'media.peerconnection.ice.loopback': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
  },
});

/** Chrome's sandbox refuses root, and needs user namespaces, which many containers forbid. */
function canSandbox() {
  if (process.platform !== 'linux') return true;
  return process.getuid() !== 0 && spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}
