import { createToken04 } from 'zego-call/server';

const NEEDED = ['ZEGO_APP_ID', 'ZEGO_SERVER_SECRET'];
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What the environment says. Rejects when something is missing or cannot be, and says what. */
export async function readConfig(env) {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`Set ${missing.join(' and ')}, both from ZEGO's console.`);

  const config = {
    appId: Number(env.ZEGO_APP_ID),
    serverSecret: env.ZEGO_SERVER_SECRET,
    host: env.HOST || '127.0.0.1',
    port: Number(env.PORT || 8787),
    origins: (env.ALLOWED_ORIGINS || '').split(/[\s,]+/).filter(Boolean),
    addressHeader: env.CLIENT_ADDRESS_HEADER,
    demo: env.DEMO,
  };
  if (config.demo && !LOOPBACK.includes(config.host))
    throw new Error('DEMO lets everybody sign in as anybody: it needs HOST to be this machine alone.');
  await checkProject(config);
  return config;
}

/** By making a token, so that a wrong value shows now and not at the first call. */
async function checkProject({ appId, serverSecret }) {
  try {
    await createToken04({ appId, serverSecret, userId: 'nobody', lifetime: 1 });
  } catch (cause) {
    throw new Error(`${NEEDED.join(' or ')} cannot be right: ${cause.message}.`, { cause });
  }
}
