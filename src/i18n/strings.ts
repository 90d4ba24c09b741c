/** Every text of the interface. A language that lacks one does not compile. */
export interface Strings {
  readonly join: string;
  readonly joinAgain: string;
  readonly tryAgain: string;
  readonly joining: string;
  readonly cancel: string;
  readonly leave: string;
  readonly dismiss: string;
  readonly close: string;
  readonly readyToJoin: string;
  readonly yourName: string;
  readonly you: string;
  readonly call: string;
  readonly callControls: string;
  readonly muteMicrophone: string;
  readonly turnOffCamera: string;
  readonly shareScreen: string;
  readonly showPreview: string;
  readonly settings: string;
  /** What to call the picker of each kind of device. */
  readonly deviceKinds: Readonly<Record<'camera' | 'microphone' | 'speaker', string>>;
  readonly chosenByBrowser: string;
  readonly turnOnToChoose: string;
  readonly useDevice: (label: string) => string;
  readonly devicePluggedIn: Readonly<Record<'camera' | 'microphone', string>>;
  readonly quality: string;
  /** What to call each preset of the quality. */
  readonly qualities: Readonly<Record<'low' | 'standard' | 'hd', string>>;
  readonly qualityOfPage: string;
  readonly playSound: string;
  /** In place of a picture that is tried again. */
  readonly playingAgain: string;
  readonly microphoneIsMuted: string;
  readonly poorConnection: string;
  readonly chat: string;
  readonly messages: string;
  readonly noMessages: string;
  readonly message: string;
  readonly send: string;
  readonly sending: string;
  readonly notSent: string;
  readonly retry: string;
  readonly newestMessage: string;
  readonly newMessages: (count: number) => string;
  readonly unreadMessages: (count: number) => string;
  /** How much room a message has left; negative when it is too long. */
  readonly bytesLeft: (bytes: number) => string;
  readonly reconnecting: string;
  readonly sendingAgain: string;
  readonly aloneHere: string;
  readonly screenOf: (name: string) => string;
  readonly hereWithoutMedia: (names: readonly string[]) => string;
  /** What to tell about an error, by `CallError` code. */
  readonly errors: Readonly<Record<string, string>>;
  /** What to tell when a device can't be had, by `CallError` code and then device; `both`: microphone and camera. */
  readonly deviceErrors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What to tell when a device is not allowed, by the reason. */
  readonly denials: Readonly<Record<'dismissed' | 'system' | 'page', string>>;
  /** What to tell when a call is over, by the reason of the end. */
  readonly ends: Readonly<Record<string, string>>;
  readonly invalidConfig: (attribute: string, problem: string) => string;
}
