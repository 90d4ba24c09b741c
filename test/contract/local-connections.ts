/** Counts the connections of the page, and finds what they send: what no port shows. */
export class Connections {
  readonly #all = new Set<RTCPeerConnection>();

  constructor() {
    const all = this.#all;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        all.add(this);
      }
    };
  }

  get open(): readonly RTCPeerConnection[] {
    return [...this.#all].filter(({ connectionState }) => connectionState !== 'closed');
  }

  /** Every sender that carries the track now. */
  sendersOf(track: MediaStreamTrack | undefined): readonly RTCRtpSender[] {
    return this.open.flatMap((each) => each.getSenders()).filter((each) => track && each.track === track);
  }
}

export const connections = new Connections();
