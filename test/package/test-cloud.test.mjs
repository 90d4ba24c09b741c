// `npm run test:cloud` where there is no project to test with. No test here reaches ZEGO or starts a browser.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, it } from 'node:test';
import { ensureDist } from '../../tools/ensure-dist.mjs';

const SECRET = '0123456789abcdefghijklmnopqrstu';

before(ensureDist);

it('succeeds without a project, and lists what it can not check', () => {
  for (const project of [{}, { ZEGO_APP_ID: '1' }, { ZEGO_SERVER_SECRET: SECRET }]) {
    const { status, output } = testCloud(project);
    assert.equal(status, 0, output);
    assert.match(output, /^The cloud was not tested: ZEGO_APP_ID and ZEGO_SERVER_SECRET are not set\.$/m);
    assert.match(output, /^This command cannot check:\n(- .+\n){5,}$/m);
    assert.ok(!output.includes(SECRET));
  }
});

const mistakes = {
  'a secret of 31 characters': [
    { ZEGO_APP_ID: '1', ZEGO_SERVER_SECRET: SECRET },
    /ZEGO_SERVER_SECRET must be 32/,
  ],
  'an app ID that is no number': [
    { ZEGO_APP_ID: 'mine', ZEGO_SERVER_SECRET: `${SECRET}v` },
    /ZEGO_APP_ID must be/,
  ],
};
for (const [what, [project, message]] of Object.entries(mistakes))
  it(`fails for ${what} before any browser starts`, () => {
    const { status, output } = testCloud(project);
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.equal(output.trim().split('\n').length, 1, output);
    assert.ok(!output.includes(SECRET));
  });

/** Runs the command for this project, with no browser to find. */
function testCloud(project) {
  const none = { ZEGO_APP_ID: '', ZEGO_SERVER_SECRET: '', ZEGO_SERVER: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/test-cloud.mjs'], {
    env: { ...process.env, CHROME_PATH: 'there-is-no-browser', ...none, ...project },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, output: stdout + stderr };
}
