// `npm run test:cloud`: the contract suite against ZEGO's real cloud. Wants ZEGO_APP_ID and ZEGO_SERVER_SECRET of a
// project (ZEGO_SERVER is optional); without them it says so and succeeds. `npm test` leaves it out: it costs minutes of
// the project and needs the network.
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { ensureDist } from './ensure-dist.mjs';

const FILES = ['test/cloud/contract.ts'];
/** Of the tokens, in seconds: longer than the suite takes. */
const LIFETIME = 3_600;

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, ZEGO_SERVER = '' } = process.env;
if (!ZEGO_APP_ID || !ZEGO_SERVER_SECRET) {
  console.log('The cloud was not tested: ZEGO_APP_ID and ZEGO_SERVER_SECRET are not set.');
} else {
  process.exitCode = (await run(Number(ZEGO_APP_ID), ZEGO_SERVER_SECRET)) ? 0 : 1;
}

async function run(appId, serverSecret) {
  await ensureDist();
  const { createToken04 } = await import('../dist/npm/server/token04.js');
  const { default: config } = await import('../web-test-runner.config.mjs');
  const [{ browsers }] = config.groups;
  /** The page asks for its project and its tokens; the secret stays here. */
  const answer = async (context, next) => {
    if (context.path === '/cloud/project') context.body = { appId, server: ZEGO_SERVER };
    else if (context.path === '/cloud/token') {
      const userId = String(context.query.user);
      context.body = { token: await createToken04({ appId, userId, serverSecret, lifetime: LIFETIME }) };
    } else await next();
  };
  const runner = await startTestRunner({
    config: {
      ...config,
      groups: [{ name: 'cloud', files: FILES, browsers: browsers.slice(0, 1) }],
      middleware: [answer],
      reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })],
      testsFinishTimeout: 1_200_000,
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  return new Promise((resolve) => runner.on('stopped', resolve));
}
