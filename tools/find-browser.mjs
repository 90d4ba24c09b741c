// Finds a Chrome (or Chromium, or Edge), a Firefox and a WebKit to test with; the Chrome is got where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { waysToChrome } from './fetch-chrome.mjs';

const CHROME = {
  variable: 'CHROME_PATH',
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  darwin: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
};
const FIREFOX = {
  variable: 'FIREFOX_PATH',
  linux: ['firefox', 'firefox-esr'],
  darwin: ['Firefox.app/Contents/MacOS/firefox'],
  win32: ['Mozilla Firefox/firefox.exe'],
};
/** What drives WebKitGTK, and the screen without a monitor that it is shown on; neither has a way to ask its version. */
const WEBKIT_DRIVER = { variable: 'WEBKIT_DRIVER_PATH', linux: ['WebKitWebDriver'] };
const XVFB = { variable: 'XVFB_PATH', linux: ['Xvfb'] };

/** The path of an installed Chrome, Chromium or Edge; `undefined` when there is none. */
export const findChrome = () => find(CHROME);

/** The path of an installed Firefox; `undefined` when there is none. */
export const findFirefox = () => find(FIREFOX);

/** The paths of WebKitGTK's driver and of Xvfb; `undefined` when one of them is not installed. */
export function findWebKit() {
  const [driver, xvfb] = [WEBKIT_DRIVER, XVFB].map((program) => find(program, existsSync));
  return driver && xvfb ? { driver, xvfb } : undefined;
}

/** The path of a Chrome; gets one where none is installed, and says how. */
export async function ensureChrome() {
  const installed = findChrome();
  if (installed) return installed;
  console.log('No Chrome, Chromium or Edge is installed.');
  for (const { what, get } of waysToChrome()) {
    console.log(`${what} …`);
    try {
      const path = (await get()) ?? findChrome();
      if (path && works(path)) return path;
      console.log('  Nothing that runs came of it.');
    } catch (error) {
      console.log(`  That failed: ${error.message}`);
    }
  }
  throw new Error(
    'There is no Chrome, Chromium or Edge to test with, and none could be got. ' +
      'Install one, or set CHROME_PATH to where one is.',
  );
}

/** What a browser calls itself, with its version; `undefined` when it does not run. Windows has no way to ask. */
export function browserName(path) {
  if (process.platform === 'win32') return path;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function find({ variable, [process.platform]: names = [] }, isThere = works) {
  const told = process.env[variable];
  if (told && !existsSync(told)) throw new Error(`${variable} is ${told}, where there is nothing.`);
  if (told) return resolve(told);
  return folders()
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isThere);
}

function folders() {
  const { env, platform } = process;
  if (platform === 'darwin') return ['/Applications', join(env.HOME ?? '', 'Applications')];
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
  return (env.PATH ?? '').split(delimiter).filter(Boolean);
}

/** Being there is not enough: Ubuntu has commands that only say where else to get the browser. */
function works(path) {
  return existsSync(path) && browserName(path) !== undefined;
}
