/**
 * A `MediaStream` whose tracks come and go. While it has none, it carries a silent one: Firefox ends a media element
 * whose stream becomes empty, and the element does not play what is added afterwards.
 */
export class LastingStream {
  readonly media = new MediaStream();

  /** Makes these the tracks of the stream, without emptying it in between. */
  setTracks(tracks: readonly MediaStreamTrack[]): void {
    const wanted = tracks.length > 0 ? tracks : [borrowSilence(this)];
    for (const track of wanted) this.media.addTrack(track);
    for (const track of this.media.getTracks()) if (!wanted.includes(track)) this.media.removeTrack(track);
    if (tracks.length > 0) returnSilence(this);
  }

  /** Empties the stream, which ends the elements that play it. */
  close(): void {
    for (const track of this.media.getTracks()) this.media.removeTrack(track);
    returnSilence(this);
  }
}

/** The streams that carry the silent track now; they share one. */
const borrowers = new Set<LastingStream>();
let silence: { readonly track: MediaStreamTrack; readonly source: RTCPeerConnection } | undefined;

/** The track of a receiver that receives nothing: it needs no device, no sound card and no network. */
function borrowSilence(stream: LastingStream): MediaStreamTrack {
  borrowers.add(stream);
  if (!silence) {
    const source = new RTCPeerConnection();
    silence = { source, track: source.addTransceiver('audio').receiver.track };
  }
  return silence.track;
}

function returnSilence(stream: LastingStream): void {
  if (!borrowers.delete(stream) || borrowers.size > 0) return;
  silence?.source.close();
  silence = undefined;
}
