// A page that hears a tone from the other one, and can tell when it begins and ends. Times are the machine's, in ms, so
// that those of two pages compare.

const LOUD = 0.02;

const call = document.querySelector('zego-call');
const context = new AudioContext();
const now = () => performance.timeOrigin + performance.now();

call.devices = Object.assign(new EventTarget(), {
  getUserMedia: async () => {
    const tone = new OscillatorNode(context, { frequency: 440 });
    const sent = new MediaStreamAudioDestinationNode(context);
    tone.connect(sent);
    tone.start();
    return sent.stream;
  },
  enumerateDevices: async () => [],
});

window.join = (room) => {
  Object.assign(call, { room, user: `user-${crypto.randomUUID()}` });
  return call.join();
};

/** Presses the microphone's button as a person does; resolves with the time. */
window.press = () => {
  const buttons = call.shadowRoot.querySelector('zego-controls').shadowRoot.querySelectorAll('button');
  const button = [...buttons].find(({ ariaLabel, title, textContent }) =>
    [ariaLabel, title, textContent.trim()].includes('Mute microphone'),
  );
  button.click();
  return now();
};

/** Resolves with the time at which the page shows the other one as audible or not. */
window.shown = (audible) => until(() => stream()?.audio === audible);

/** Resolves with the time at which the tone of the other one is heard or not, for 10 ms on end. */
window.heard = async (audible) => {
  await until(stream);
  let since = 0;
  await until(() => {
    if (isHeard() !== audible) since = 0;
    else since ||= now();
    return since > 0 && now() - since > 10;
  });
  return since;
};

const analyser = new AnalyserNode(context, { fftSize: 256 });
const samples = new Float32Array(analyser.fftSize);
let heardTrack;
let source;

function isHeard() {
  const [track] = stream()?.media.getAudioTracks() ?? [];
  if (track !== heardTrack) {
    source?.disconnect();
    source = track && new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
    source?.connect(analyser);
    heardTrack = track;
  }
  if (!track) return false;
  analyser.getFloatTimeDomainData(samples);
  return Math.max(...samples.map(Math.abs)) > LOUD;
}

function stream() {
  return call.participants[0]?.streams.find(({ media }) => media);
}

async function until(probe) {
  const { port1, port2 } = new MessageChannel(); // Timers wait 4 ms at least.
  while (!probe()) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      setTimeout(() => port2.postMessage(null), 1);
    });
  }
  return now();
}
