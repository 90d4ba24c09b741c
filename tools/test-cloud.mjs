// `npm run test:cloud`: the contract suite and the chapters of test/cloud against ZEGO's real cloud. Needs ZEGO_APP_ID and
// ZEGO_SERVER_SECRET of a project (ZEGO_SERVER is optional); without them it says so and succeeds. `npm test` leaves it out:
// it costs minutes of the project and needs the network.
import { meaningText, notCheckedText } from './cloud-report.mjs';
import { ensureDist } from './ensure-dist.mjs';

/** Nothing else is tried where nobody can log in. */
const LOGIN = ['test/cloud/login.ts'];
const CHAPTERS = ['test/cloud/contract.ts', 'test/cloud/interop.ts', 'test/cloud/rest.ts'];
/** How long a token is good for, in seconds: longer than the tests take. */
const LIFETIME = 3_600;
/** In ms, of all tests of a file together. */
const PATIENCE = 1_200_000;

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, ZEGO_SERVER = '' } = process.env;
if (!ZEGO_APP_ID || !ZEGO_SERVER_SECRET) {
  console.log('The cloud was not tested: ZEGO_APP_ID and ZEGO_SERVER_SECRET are not set.');
  console.log(notCheckedText());
} else {
  process.exitCode = (await run(Number(ZEGO_APP_ID), ZEGO_SERVER_SECRET)) ? 0 : 1;
}

async function run(appId, serverSecret) {
  await ensureDist();
  const { createToken04 } = await import('../dist/npm/server/token04.js');
  const tokenFor = (userId, encryption) =>
    createToken04({ appId, userId, serverSecret, lifetime: LIFETIME, encryption });
  try {
    await tokenFor('me');
  } catch (error) {
    // The message names what is wrong and never holds its value.
    console.error(`No token can be made: ${inOurWords(error.message)}.`);
    return false;
  }

  const { countSession, runSessions, testsOf } = await import('./test-browsers.mjs');
  const { addCounts, countsLine, failuresText } = await import('./test-counts.mjs');
  const { default: config } = await import('../web-test-runner.config.mjs');
  const [{ browsers }] = config.groups;
  /** The page asks for its project and its tokens; the secret stays here. */
  const answer = async (context, next) => {
    const { path, query } = context;
    if (path === '/cloud/project') context.body = { appId, server: ZEGO_SERVER };
    else if (path === '/cloud/token') context.body = { token: await tokenFor(query.user, query.encryption) };
    else await next();
  };
  const test = (files) =>
    runSessions([{ name: 'cloud', files, browsers: browsers.slice(0, 1) }], {
      ...config,
      middleware: [answer],
      testsFinishTimeout: PATIENCE,
    });

  const sessions = await test(LOGIN);
  const admitted = sessions.flatMap(testsOf)[0]?.passed ?? false;
  if (admitted) sessions.push(...(await test(CHAPTERS)));

  const counts = sessions.map(countSession).reduce(addCounts);
  if (counts.failed > 0) {
    console.log(failuresText(counts));
    console.log(meaningText(sessions.flatMap(testsOf)));
  }
  if (!admitted) console.log('Nobody could log in to ZEGO’s cloud, so nothing else was tried.');
  console.log(notCheckedText());
  console.log(countsLine(counts));
  return counts.failed === 0;
}

function inOurWords(message) {
  return message.replace('appId', 'ZEGO_APP_ID').replace('serverSecret', 'ZEGO_SERVER_SECRET');
}
