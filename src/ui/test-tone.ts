import { useAudioOutput } from './audio-output.js';

/** How long the tone lasts, in seconds. */
const LENGTH = 1;
/** Well heard from the smallest speaker, and far from a ringtone. */
const PITCH = 523.25;
const LOUDNESS = 0.25;
/** Rise and fall, in seconds: a tone that is cut off clicks. */
const EDGE = 0.05;

/**
 * Plays a tone of one second and gives everything back; resolves when it is over, and never rejects.
 * @param speaker where it goes, by its ID, in browsers that can choose; empty for the system's own choice.
 * @param onOutputFailed is called when the browser can't play it there, and plays it where it played before.
 */
export async function playTestTone(speaker: string, onOutputFailed: (cause: unknown) => void): Promise<void> {
  const context = new AudioContext();
  const output = new Audio();
  try {
    // An element can choose its speaker in more browsers than a context can.
    output.srcObject = tone(context);
    await useAudioOutput(output, speaker).catch(onOutputFailed);
    await output.play();
    await new Promise((resolve) => setTimeout(resolve, LENGTH * 1_000));
  } catch {
    // A speaker that stays silent says so by itself.
  } finally {
    output.srcObject = null;
    void context.close();
  }
}

function tone(context: AudioContext): MediaStream {
  const output = context.createMediaStreamDestination();
  const { currentTime } = context;
  const end = currentTime + LENGTH;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, currentTime);
  gain.gain.linearRampToValueAtTime(LOUDNESS, currentTime + EDGE);
  gain.gain.setValueAtTime(LOUDNESS, end - EDGE);
  gain.gain.linearRampToValueAtTime(0, end);
  const oscillator = new OscillatorNode(context, { frequency: PITCH });
  oscillator.connect(gain).connect(output);
  oscillator.start();
  oscillator.stop(end);
  return output.stream;
}
