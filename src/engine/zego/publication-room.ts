import type { PublicationEvent, StreamSource } from '../call-engine.js';
import type { CallError } from '../call-error.js';
import type { Sdk } from './load-sdk.js';
import type { Pacers } from './pacer.js';
import type { ZegoPublication } from './zego-publication.js';
import type { Patience } from './zego-room.js';

/** What a publication needs of the room it is in. */
export interface PublicationRoom {
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  /** The folder of what backgrounds need; empty: there are none. */
  readonly backgroundAssets: string;
  /** Aborts when the room is left. */
  readonly left: AbortSignal;
  readonly patience: Patience;
  newStreamId(source: StreamSource): string;
  /** From then on the publication hears of events that concern its stream ID, and ends with the room; until `remove`. */
  add(publication: ZegoPublication): void;
  remove(publication: ZegoPublication): void;
  report(event: PublicationEvent): void;
  /** The picture of a publication is sent as it is again. */
  effectsOff(streamId: string, error: CallError): void;
}
