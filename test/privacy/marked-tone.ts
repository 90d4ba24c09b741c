/** A tone in place of a microphone, loud or quiet. */
export interface MarkedTone {
  readonly track: MediaStreamTrack;
  setLoud(loud: boolean): void;
  close(): void;
}

/** Amplitudes: far enough from each other that no encoder and no click makes one out of the other. */
export const LOUD = 0.8;
export const QUIET = 0.05;
/** Hz. */
const FREQUENCY = 440;

/** @param context null where Web Audio does not run: in Firefox without a sound card. */
export function openMarkedTone(context: AudioContext | null): Promise<MarkedTone> {
  return context ? Promise.resolve(openContextTone(context)) : openElementTone();
}

function openContextTone(context: AudioContext): MarkedTone {
  const tone = new OscillatorNode(context, { frequency: FREQUENCY });
  const volume = new GainNode(context, { gain: QUIET });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  tone.connect(volume).connect(destination);
  tone.start();
  const [track] = destination.stream.getAudioTracks();
  return {
    track: track!,
    setLoud: (loud) => volume.gain.setValueAtTime(loud ? LOUD : QUIET, context.currentTime),
    close: () => tone.stop(),
  };
}

const SAMPLE_RATE = 8_000;
/** Seconds of each half of the file; it is played from its beginning again before it ends. */
const HALF = 60;
const RESTART = 50;

/** Firefox plays and captures an audio element without a sound card: the first half of its file is quiet, the second loud. */
async function openElementTone(): Promise<MarkedTone> {
  const file = URL.createObjectURL(new Blob([waveFile()], { type: 'audio/wav' }));
  const element = Object.assign(document.createElement('audio'), { src: file });
  const stream = (element as unknown as { mozCaptureStream(): MediaStream }).mozCaptureStream();
  const captured = new Promise<MediaStreamTrack>((resolve) => {
    stream.addEventListener('addtrack', ({ track }) => resolve(track), { once: true });
  });
  await element.play();
  const track = stream.getAudioTracks()[0] ?? (await captured);
  let start = 0;
  element.addEventListener('timeupdate', () => {
    if (!element.seeking && element.currentTime > start + RESTART) element.currentTime = start;
  });
  return {
    track,
    setLoud: (loud) => (element.currentTime = start = loud ? HALF : 0),
    close() {
      element.pause();
      URL.revokeObjectURL(file);
      element.removeAttribute('src');
    },
  };
}

/** PCM, 16 bit, one channel: http://soundfile.sapp.org/doc/WaveFormat/ */
function waveFile(): ArrayBuffer {
  const samples = 2 * HALF * SAMPLE_RATE;
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (offset: number, characters: string) =>
    [...characters].forEach((character, at) => file.setUint8(offset + at, character.charCodeAt(0)));
  text(0, 'RIFF');
  file.setUint32(4, 36 + samples * 2, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, SAMPLE_RATE, true);
  file.setUint32(28, SAMPLE_RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  text(36, 'data');
  file.setUint32(40, samples * 2, true);
  for (let at = 0; at < samples; at++) {
    const amplitude = (at < samples / 2 ? QUIET : LOUD) * 32_767;
    file.setInt16(44 + at * 2, Math.sin((at / SAMPLE_RATE) * 2 * Math.PI * FREQUENCY) * amplitude, true);
  }
  return file.buffer;
}
