// `npm start`: the demo on this machine, with the relay that its calls can meet at. PORT chooses a port.
import { ensureDist } from './ensure-dist.mjs';
import { serve } from './serve.mjs';

const FIRST_PORT = 8000;
const TRIES = 100;

try {
  const { url, ready, close } = await open();
  const end = () => close().finally(() => process.exit());
  process.once('SIGINT', end).once('SIGTERM', end);
  console.log(`ZEGO Call runs at ${url}`);
  await ready;
  // Of all that is there, demo/script-tag.html alone needs it: nothing waits for it.
  await ensureDist();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** On the port that was asked for, and no other; else on the first free one. */
async function open() {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return openFrom(FIRST_PORT, TRIES);
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is no port number: ${PORT}`);
  return openFrom(port, 1);
}

async function openFrom(port, tries) {
  try {
    return await serve(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (tries > 1) return openFrom(port + 1, tries - 1);
    throw new Error(`Port ${port} is in use. Set PORT to another one.`, { cause: error });
  }
}
