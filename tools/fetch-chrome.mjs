// Ways to a Chrome for a machine that has none: Debian's package, a download, or an npm package that carries one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache/browsers/', import.meta.url));
const TIMEOUT = 300_000;
/** The last of its versions that is known to do WebRTC with fake devices on Node 20. */
const NPM_PACKAGE = '@sparticuz/chromium@138';

/** What can be tried here, best first: what it is, and `get`, which resolves with a path if it knows one. */
export function waysToChrome() {
  const { platform, arch } = process;
  return [
    existsSync(CACHE) && { what: 'Taking the one in .cache/browsers', get: findDownload },
    mayInstallFromDebian() && { what: 'Installing the Debian package chromium', get: installFromDebian },
    { what: 'Downloading Chrome into .cache/browsers', get: () => Promise.race([download(), tooLong()]) },
    platform === 'linux' &&
      arch === 'x64' && { what: `Taking the one that ${NPM_PACKAGE} from npm carries`, get: installFromNpm },
  ].filter(Boolean);
}

function mayInstallFromDebian() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], { env });
  run('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', 'chromium'], { env });
}

async function findDownload() {
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const [browser] = await getInstalledBrowsers({ cacheDir: CACHE });
  return browser?.executablePath;
}

async function download() {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const buildId = await resolveBuildId(Browser.CHROME, detectBrowserPlatform(), 'stable');
  const { executablePath } = await install({ browser: Browser.CHROME, buildId, cacheDir: CACHE });
  return executablePath;
}

async function installFromNpm() {
  run('npm', ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', NPM_PACKAGE]);
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'; // So that it unpacks the libraries it needs, too.
  const entry = createRequire(CACHE).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}

function run(command, args, options) {
  const { status, stderr, error } = spawnSync(command, args, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: TIMEOUT,
  });
  if (status !== 0) throw new Error(error?.message ?? `${command}: ${String(stderr).trim()}`);
}

function tooLong() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`it took longer than ${TIMEOUT / 1000} s`)), TIMEOUT).unref();
  });
}
