import type { TrackKind } from '../call-engine.js';

/** One track that the SDK sends, and how it is let go. */
export interface Feed {
  readonly track: MediaStreamTrack;
  /** What it is a copy of; undefined for a blank one. */
  readonly source: MediaStreamTrack | undefined;
  end(): void;
}

/**
 * A copy of `source`, because the SDK switches the tracks it sends off and on, and ends them. While a copy lives the
 * camera's light is on, so it is ended as soon as it isn't sent. Without a source, what the SDK holds while there is
 * nothing to send.
 */
export function feedOf(kind: TrackKind, source: MediaStreamTrack | undefined): Feed {
  if (source) return copyOf(source);
  const blank = kind === 'video' ? blackVideo() : silentAudio();
  // When the SDK replaces a track, it tells other clients that the kind is muted only if the new track is disabled.
  blank.track.enabled = false;
  return blank;
}

function copyOf(source: MediaStreamTrack): Feed {
  const track = source.clone(); // Disabled if the source is.
  return { track, source, end: () => track.stop() };
}

function blackVideo(): Feed {
  // Not smaller than the low layer: the SDK refuses one that is larger than the picture.
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  canvas.getContext('2d');
  const track = trackOf(canvas.captureStream(0));
  return { track, source: undefined, end: () => track.stop() };
}

function silentAudio(): Feed {
  const context = new AudioContext();
  const track = trackOf(context.createMediaStreamDestination().stream);
  const end = (): void => {
    track.stop();
    if (context.state !== 'closed') void context.close();
  };
  return { track, source: undefined, end };
}

function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks();
  if (!track) throw new Error('The browser made a stream without a track');
  return track;
}
