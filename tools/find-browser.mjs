// Finds a Chrome (or Chromium, or Edge) and a Firefox to test with, and gets a Chrome where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache/browsers', import.meta.url));
const DOWNLOAD_TIMEOUT = 300_000;

const CHROME = {
  variable: 'CHROME_PATH',
  commands: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  apps: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  programs: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
};
const FIREFOX = {
  variable: 'FIREFOX_PATH',
  commands: ['firefox', 'firefox-esr'],
  apps: ['Firefox'],
  programs: ['Mozilla Firefox/firefox.exe'],
};

/** The path of an installed Chrome, Chromium or Edge; `undefined` when there is none. */
export const findChrome = () => find(CHROME);

/** The path of an installed Firefox; `undefined` when there is none. */
export const findFirefox = () => find(FIREFOX);

/** The path of a Chrome; gets one where none is installed, and says how. */
export async function ensureChrome() {
  const found = findChrome() ?? (await downloadedChrome());
  if (found) return found;
  for (const get of [installFromDebian, download]) {
    try {
      const path = await get();
      if (path) return path;
    } catch (error) {
      console.log(`  … which failed: ${error.message}`);
    }
  }
  throw new Error(
    'There is no Chrome, Chromium or Edge to test with, and none could be got. ' +
      'Install one, or set CHROME_PATH to the executable of one.',
  );
}

/** Installs Debian packages, quietly; throws with what apt-get said. */
export function aptInstall(...packages) {
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { status, stderr, error } = spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: DOWNLOAD_TIMEOUT,
    });
    if (status !== 0) throw new Error(error?.message ?? String(stderr).trim());
  }
}

/** Whether this process may install Debian packages. */
export const canAptInstall = () =>
  process.platform === 'linux' && process.getuid() === 0 && onPath(['apt-get']).length > 0;

/** What a browser calls itself, with its version. Windows has no way to ask. */
export function browserName(path) {
  if (process.platform === 'win32') return path;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function find({ variable, commands, apps, programs }) {
  const told = process.env[variable];
  if (told && !existsSync(told)) throw new Error(`${variable} is ${told}, where there is no file.`);
  if (told) return resolve(told);
  const places = {
    darwin: ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    ),
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => process.env[name])
      .filter(Boolean)
      .flatMap((folder) => programs.map((program) => join(folder, program))),
  };
  places.darwin = places.darwin.map((path) => path.replace(/MacOS\/Firefox$/, 'MacOS/firefox'));
  const candidates = [...(places[process.platform] ?? []), ...onPath(commands)];
  return candidates.find((path) => existsSync(path) && browserName(path)); // Ubuntu has commands that only say "use snap".
}

function onPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).filter(existsSync);
}

function installFromDebian() {
  if (!canAptInstall()) return undefined;
  console.log('No Chrome, Chromium or Edge is installed: installing the Debian package chromium.');
  aptInstall('chromium');
  return findChrome();
}

async function download() {
  console.log('No Chrome, Chromium or Edge is installed: downloading Chrome into .cache/browsers.');
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const get = async () => {
    const buildId = await resolveBuildId(Browser.CHROME, detectBrowserPlatform(), 'stable');
    return install({ browser: Browser.CHROME, buildId, cacheDir: CACHE });
  };
  const { executablePath } = await Promise.race([get(), tooLong()]);
  if (!browserName(executablePath)) throw new Error(`${executablePath} does not run here.`);
  return executablePath;
}

async function downloadedChrome() {
  if (!existsSync(CACHE)) return undefined;
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const browsers = await getInstalledBrowsers({ cacheDir: CACHE });
  return browsers.map(({ executablePath }) => executablePath).find(browserName);
}

function tooLong() {
  return new Promise((_, reject) => {
    const give = () => reject(new Error(`no answer within ${DOWNLOAD_TIMEOUT / 1000} s`));
    setTimeout(give, DOWNLOAD_TIMEOUT).unref();
  });
}
