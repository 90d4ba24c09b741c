import type { TrackKind } from '../call-engine.js';

/** One track that the SDK sends, and how it is let go. */
export interface Feed {
  readonly track: MediaStreamTrack;
  end(): void;
}

/**
 * A copy, because the SDK switches the tracks it sends off and on, and ends them. While a copy lives the
 * camera's light is on, so it is ended as soon as it isn't sent.
 */
export function copyOf(source: MediaStreamTrack): Feed {
  const track = source.clone();
  track.enabled = true;
  return { track, end: () => track.stop() };
}

/** What the SDK holds while there is nothing to send. */
export function blank(kind: TrackKind): Feed {
  return kind === 'video' ? blackPicture() : silence();
}

function blackPicture(): Feed {
  // Not smaller than the low layer: the SDK refuses one that is larger than the picture.
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  canvas.getContext('2d');
  const track = trackOf(canvas.captureStream(0));
  return { track, end: () => track.stop() };
}

function silence(): Feed {
  const context = new AudioContext();
  const track = trackOf(context.createMediaStreamDestination().stream);
  const end = (): void => {
    track.stop();
    if (context.state !== 'closed') void context.close();
  };
  return { track, end };
}

function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks();
  if (!track) throw new Error('The browser made a stream without a track');
  return track;
}
