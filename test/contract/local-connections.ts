/** For connections that only measure: they are not counted. */
export const UncountedConnection = globalThis.RTCPeerConnection;

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

  /** Every track that is sent now. */
  get sent(): readonly MediaStreamTrack[] {
    return this.open.flatMap((each) => each.getSenders()).flatMap(({ track }) => track ?? []);
  }

  /** The receiver that the track comes from, if it was received. */
  receiverOf(track: MediaStreamTrack): RTCRtpReceiver | undefined {
    return this.open.flatMap((each) => each.getReceivers()).find((each) => each.track === track);
  }

  /** What was sent of the track by now, in kbit. */
  async sentOf(track: MediaStreamTrack): Promise<number> {
    let bytes = 0;
    for (const sender of this.sendersOf(track)) {
      const report = (await sender.getStats()) as ReadonlyMap<string, { type: string; bytesSent?: number }>;
      for (const { bytesSent = 0, type } of report.values()) if (type === 'outbound-rtp') bytes += bytesSent;
    }
    return (bytes * 8) / 1_000;
  }
}

export const connections = new Connections();
