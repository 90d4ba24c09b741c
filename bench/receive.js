// A page that counts what it receives of pictures.

const connections = new Set();
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super(configuration);
    connections.add(this);
  }
};
await import('../dist/zego-call.js');

const call = document.querySelector('zego-call');
const others = document.querySelector('iframe').contentWindow;

window.show = (style) => Object.assign(call.style, style);

/** Resolves once every picture arrives in full width, which connections take their time to dare; at most 12 s. */
window.arrived = (width) =>
  Promise.race([until(() => videos().every(({ videoWidth }) => videoWidth === width)), pause(12_000)]);

/** What is received within so many milliseconds, in bytes a second; and which layers are asked for, in which tiles. */
window.receive = async (milliseconds) => {
  const [start, before] = [performance.now(), await bytesReceived()];
  await pause(milliseconds);
  const bytes = (await bytesReceived()) - before;
  const [{ clientHeight, clientWidth }] = videos();
  return {
    bytesPerSecond: (bytes / (performance.now() - start)) * 1_000,
    layers: played().map(({ layer }) => layer),
    tile: `${clientWidth} × ${clientHeight}`,
  };
};

/** Joins; resolves once so many others are there and sent. */
window.join = async (count) => {
  Object.assign(call, { room: `bench-${crypto.randomUUID()}`, user: 'viewer' });
  await call.join();
  for (let nth = 1; nth <= count; nth++) await others.enter(call.room, `other-${nth}`);
  await until(() => played().length === count);
};

function played() {
  return call.participants.flatMap(({ streams }) => streams).filter(({ media }) => media);
}

function videos() {
  const grid = call.shadowRoot.querySelector('zego-remote-grid').shadowRoot;
  return [...grid.querySelectorAll('zego-tile')].map(({ shadowRoot }) => shadowRoot.querySelector('video'));
}

async function bytesReceived() {
  const reports = await Promise.all([...connections].map((each) => each.getStats()));
  return reports
    .flatMap((report) => [...report.values()])
    .filter(({ kind, type }) => type === 'inbound-rtp' && kind === 'video')
    .reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
}

async function until(probe) {
  while (!probe()) await pause(50);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
