import { type CallState, findSending, type RemoteStream } from '../../src/call/call-state.js';

export function findStream(state: CallState, streamId: string): RemoteStream | undefined {
  return findSending(state, streamId)?.stream;
}
