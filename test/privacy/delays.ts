import type { CallEngine, Publication, PublishOptions } from '../../src/engine/call-engine.js';
import { pause } from '../support/wait.js';

/** How long, in ms, others take to answer from now on. */
export interface Delays {
  /** For a microphone or camera. */
  capture: number;
  /** Before a stream is published at all. */
  publish: number;
  /** After the stream was published, before the call learns it. */
  published: number;
  /** Before a sender has another track. */
  replaceTrack: number;
}

export const noDelays = (): Delays => ({ capture: 0, publish: 0, published: 0, replaceTrack: 0 });

/** How long publishing takes now. */
type PublishWaits = Readonly<Record<'publish' | 'published', () => number>>;

export const waitsOf = (delays: Delays): PublishWaits => ({
  publish: () => delays.publish,
  published: () => delays.published,
});

/** An engine that publishes as slowly as `waits` says now, and shows each track that it is given to send. */
export function delayEngine(
  engine: CallEngine,
  waits: PublishWaits,
  onTrack: (track: MediaStreamTrack) => void,
): CallEngine {
  const publish = async (media: MediaStream, options: PublishOptions): Promise<Publication> => {
    const [before, after] = [waits.publish(), waits.published()];
    media.getTracks().forEach(onTrack);
    if (before > 0) await pause(before);
    const publication = await engine.publish(media, options);
    if (after > 0) await pause(after);
    return withMethods(publication, {
      replaceTrack(track: MediaStreamTrack) {
        onTrack(track);
        return publication.replaceTrack(track);
      },
    });
  };
  return withMethods(engine, { publish });
}

/** Makes each `RTCRtpSender` of the page take as long as `delays` says for another track. Returns what ends it. */
export function delaySenders(delays: Delays): () => void {
  const { replaceTrack } = RTCRtpSender.prototype;
  RTCRtpSender.prototype.replaceTrack = async function (track) {
    if (delays.replaceTrack > 0) await pause(delays.replaceTrack);
    await replaceTrack.call(this, track);
  };
  return () => {
    RTCRtpSender.prototype.replaceTrack = replaceTrack;
  };
}

/** The same object with some methods of our own; everything else, also what is added later, goes to the original. */
function withMethods<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(_, key) {
      if (key in methods) return methods[key as keyof T];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
