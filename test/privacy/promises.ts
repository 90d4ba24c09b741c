import type { CallSession } from '../../src/call/call-session.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';

const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);

type Calls<T> = Readonly<Record<string, readonly ((call: T) => Promise<unknown>)[]>>;

/** What `CallSession` and `<zego-call>` promise alike. */
type Call = Pick<CallSession, Extract<keyof CallSession, keyof ZegoCall>>;

const OF_BOTH: Calls<Call> = {
  join: [(call) => call.join()],
  leave: [(call) => call.leave()],
  setMicrophone: [
    (call) => call.setMicrophone(true),
    (call) => call.setMicrophone(false),
    (call) => {
      quietly(call.setMicrophone(true));
      return call.setMicrophone(false);
    },
  ],
  setCamera: [
    (call) => call.setCamera(true),
    (call) => call.setCamera(false),
    (call) => {
      quietly(call.setCamera(true));
      return call.setCamera(false);
    },
  ],
  selectDevice: [
    (call) => call.selectDevice('microphone', 'microphone-2'),
    (call) => call.selectDevice('camera', 'camera-2'),
    (call) => call.selectDevice('speaker', 'speaker-1'),
  ],
  switchCamera: [(call) => call.switchCamera()],
  setEffects: [(call) => call.setEffects({ lowLight: true })],
  startScreenShare: [(call) => call.startScreenShare()],
  stopScreenShare: [
    (call) => call.stopScreenShare(),
    (call) => {
      quietly(call.startScreenShare());
      return call.stopScreenShare();
    },
  ],
  sendMessage: [
    (call) => call.sendMessage('hello'),
    (call) => call.sendMessage('hello', { kind: 'barrage' }),
  ],
  retryMessage: [(call) => call.retryMessage('none')],
  setParticipantVolume: [(call) => call.setParticipantVolume('ada', 0.5)],
  retryPublishing: [(call) => call.retryPublishing()],
  raiseHand: [(call) => call.raiseHand(true)],
  react: [(call) => call.react('like')],
  getReport: [(call) => call.getReport()],
};

/** Each method of `CallSession` that returns a promise, called in each way that matters. */
export const SESSION_PROMISES: Calls<CallSession> = {
  ...OF_BOTH,
  startPreview: [(session) => session.startPreview()],
  listDevices: [(session) => session.listDevices()],
  resume: [(session) => session.resume()],
  listEffects: [(session) => session.listEffects()],
};

export const ELEMENT_PROMISES: Calls<ZegoCall> = {
  ...OF_BOTH,
  pin: [(call) => call.pin('somebody')],
};

/** Methods that return no promise. */
export const SESSION_OTHERS = [
  'audioOutputFailed',
  'configure',
  'dismissHostCommand',
  'dismissNotice',
  'dismissOffer',
  'markRead',
  'retryPlaying',
  'seen',
  'subscribe',
];
export const ELEMENT_OTHERS = [
  ...['focus', 'markRead', 'retryPlaying', 'seen'],
  ...['connectedCallback', 'disconnectedCallback', 'render', 'update', 'updated', 'willUpdate'],
];

/** The names of the methods that a class has of its own. */
export function methodsOf({ prototype }: { prototype: object }): string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
}
