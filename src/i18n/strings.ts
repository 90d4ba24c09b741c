/** What is read before and in a call; English is always there. A language that lacks one does not compile. */
export interface Strings {
  readonly join: string;
  readonly joinAgain: string;
  readonly tryAgain: string;
  readonly joining: string;
  readonly cancel: string;
  readonly leave: string;
  readonly dismiss: string;
  readonly readyToJoin: string;
  readonly yourName: string;
  readonly you: string;
  readonly call: string;
  readonly callControls: string;
  readonly muteMicrophone: string;
  readonly turnOffCamera: string;
  readonly shareScreen: string;
  readonly showPreview: string;
  readonly playSound: string;
  /** In place of a picture that is tried again. */
  readonly playingAgain: string;
  readonly microphoneIsMuted: string;
  readonly poorConnection: string;
  /** Makes somebody's picture large, and keeps it so. */
  readonly pin: (name: string) => string;
  readonly reconnecting: string;
  readonly sendingAgain: string;
  readonly aloneHere: string;
  readonly screenOf: (name: string) => string;
  /** What can't be loaded can't explain itself either: the network's error is always there. */
  readonly unreachable: string;
}

/** What is read once the person has done something: panels, problems, ends. Loaded with the call. */
export interface MoreStrings {
  /** A count, in the language's digits. */
  readonly number: (value: number) => string;
  readonly close: string;
  readonly settings: string;
  /** What to call the picker of each kind of device. */
  readonly deviceKinds: Readonly<Record<'camera' | 'microphone' | 'speaker', string>>;
  readonly chosenByBrowser: string;
  readonly turnOnToChoose: string;
  readonly useDevice: (label: string) => string;
  readonly devicePluggedIn: Readonly<Record<'camera' | 'microphone', string>>;
  /** Says that a device is gone, and names the one that others get sound or video from now. */
  readonly deviceReplaced: Readonly<Record<'camera' | 'microphone', (label: string) => string>>;
  readonly quality: string;
  /** What to call each preset of the quality. */
  readonly qualities: Readonly<Record<'low' | 'standard' | 'hd', string>>;
  readonly qualityOfPage: string;
  readonly language: string;
  /** The language of the page, whichever that is. */
  readonly languageOfPage: string;
  /** Who is there, but sends nothing; at least one name. */
  readonly hereWithoutMedia: (names: readonly string[]) => string;
  readonly pages: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly effects: string;
  /** What to call each strength of the beauty. */
  readonly beauty: Readonly<Record<'smooth' | 'whiten' | 'rosy' | 'sharpen', string>>;
  readonly lowLight: string;
  readonly background: string;
  readonly backgrounds: Readonly<Record<'none' | 'slightBlur' | 'strongBlur' | 'picture', string>>;
  /** Of a file that was to be the background. */
  readonly notAPicture: string;
  readonly resetEffects: string;
  /** Of effects that are chosen before joining. */
  readonly effectsLater: string;
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
  /** Told to screen readers: that we are in, and how many others are. */
  readonly inCallWith: (others: number) => string;
  readonly reconnected: string;
  readonly deviceTurnedOn: Told<Device>;
  readonly deviceTurnedOff: Told<Device>;
  readonly joined: (name: string) => string;
  readonly peopleJoined: (count: number) => string;
  readonly leftCall: (name: string) => string;
  readonly peopleLeft: (count: number) => string;
  readonly messageFrom: (name: string, text: string) => string;
  /** The own picture as something to move, and how. */
  readonly movableSelfView: string;
  readonly hideSelfView: string;
  readonly fullscreen: string;
  /** Opens a small window over all others. */
  readonly smallWindow: string;
  readonly shortcuts: string;
  readonly useShortcuts: string;
  readonly people: string;
  readonly searchPeople: string;
  /** In place of the list, when nobody has such a name. */
  readonly nobodyFound: string;
  /** How many people are in the call. */
  readonly peopleHere: (count: number) => string;
  /** Where so many are there that only those who send something are known. */
  readonly onlySenders: string;
  readonly cameraIsOff: string;
  /** Of somebody whose camera is on, but whose picture does not come. */
  readonly videoPaused: string;
  /** How loud the person hears somebody: names the button that opens it, and the slider. */
  readonly volumeOf: (name: string) => string;
  /** Mutes somebody for the person alone. */
  readonly muteForMe: string;
  readonly mutedForYou: string;
  readonly quieterForYou: string;
  readonly sharesScreen: string;
  readonly raiseHand: string;
  /** Says that somebody's hand is raised. */
  readonly handRaised: string;
  readonly reactions: string;
  readonly reactionNames: Readonly<Record<'like' | 'love' | 'applause' | 'laugh' | 'wow' | 'party', string>>;
  readonly switchCamera: string;
  /** The button of a menu with other buttons. */
  readonly more: string;
  readonly showStatistics: string;
  /** What to call the figures of a stream, in a small table; `delay` is the round trip, `frameRate` is per second. */
  readonly figures: Readonly<Record<'size' | 'frameRate' | 'bitrate' | 'loss' | 'delay', string>>;
  /** What to tell about an error, by `CallError` code. */
  readonly errors: Told<ErrorTold>;
  /** What to tell when a device can't be had; `both`: neither microphone nor camera. */
  readonly deviceErrors: {
    readonly 'permission-denied': Told<Device | 'both'>;
    readonly unsupported: Told<'camera' | 'screen'>;
    readonly 'device-not-found': Told<Device | 'both' | 'speaker'>;
    readonly 'device-in-use': Told<Device | 'both'>;
    readonly 'device-lost': Told<Device | 'both'>;
  };
  /** What to tell when a device is not allowed, by the reason. */
  readonly denials: Told<'dismissed' | 'system' | 'page'>;
  /** The heading of the lobby after a call, and after a join that failed. */
  readonly overHeadings: Told<'ended' | 'failed'>;
  /** Joins here, and so ends the call that the same person has elsewhere. */
  readonly useHere: string;
  /** What to tell when a call is over, by the reason of the end. */
  readonly ends: Told<
    'left' | 'removed' | 'duplicate-login' | 'token-expired' | 'network-lost' | 'room-full' | 'failed'
  >;
  /** Somebody else has turned a device of ours off. */
  readonly turnedOffBy: Readonly<Record<'camera' | 'microphone', (name: string) => string>>;
  /** Somebody else has ended our call. */
  readonly removedBy: (name: string) => string;
  /** The words of whoever removed us, in their language. */
  readonly reasonGiven: (reason: string) => string;
  readonly microphoneLevel: string;
  readonly testSpeaker: string;
  readonly permissionHelp: PermissionHelp;
  /** The browser plays nothing before somebody touches the page. */
  readonly soundIsBlocked: string;
  readonly turnOnSound: string;
  /** Of devices that take several seconds to turn on; the browser may still be asking for permission. */
  readonly waitingFor: Told<'microphone' | 'camera' | 'both'>;
  /** Turns these devices off, and joins. */
  readonly joinWithout: Told<'microphone' | 'camera' | 'both'>;
  /** The system has taken a device away. */
  readonly interrupted: Told<'microphone' | 'camera' | 'both'>;
  readonly resume: string;
  readonly connectionIsPoor: Told<'withCamera' | 'withoutCamera'>;
  /** The engine is trying to send our screen again. */
  readonly screenSendingAgain: string;
  /** Publishing has failed; what follows says why. */
  readonly othersGetNothing: string;
  readonly turnOffMyCamera: string;
  readonly inviteOthers: string;
  readonly copyLink: string;
  readonly linkIsCopied: string;
  /** The label of a field with the link in it. */
  readonly linkToCopy: string;
  readonly invalidConfig: (attribute: string, problem: string) => string;
}

/** What an integrator says in other words: any of the texts, and of those in groups any. */
export type CallStrings = Replaced<Strings & MoreStrings>;

/** What is said in one language. */
export interface Speech {
  /** Its tag, valid for `Intl`: the page's own with its region, or `en` where that one is not spoken. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly strings: Strings;
  /** Null while that of English is to be taken: it is loaded by whoever needs it. */
  readonly more: MoreStrings | null;
}

type Replaced<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends
    string | readonly string[] | ((...values: never[]) => string)
    ? Texts[Key]
    : Replaced<Texts[Key]>;
};

/** How to get a device: each a few steps, one after the other. */
export interface PermissionHelp {
  readonly howToAllow: string;
  readonly whatToDo: string;
  /** The person said no, or the browser remembers it, by browser. */
  readonly denied: Steps<'chromium' | 'firefox' | 'safari' | 'ios' | 'android' | 'other'>;
  /** The system keeps the browser from it. */
  readonly system: Steps<'macos' | 'windows' | 'ios' | 'android' | 'other'>;
  readonly inUse: string;
  readonly notFound: readonly [string, string];
  /** The last step of all of these, and the first where the browser got no answer. */
  readonly turnOnAgain: string;
  readonly chooseAllow: string;
  /** The page that embeds this one does not allow it. */
  readonly page: readonly [string, string];
}

type Steps<Where extends string> = Readonly<Record<Where, readonly [string, string]>>;
type Told<What extends string> = Readonly<Record<What, string>>;
type Device = 'camera' | 'microphone' | 'screen';

/** The codes of `CallError`, but for `network`, which is always there as `unreachable`. */
type ErrorTold =
  | 'invalid-config'
  | 'insecure-context'
  | 'unsupported'
  | 'token-invalid'
  | 'token-expired'
  | 'permission-denied'
  | 'device-not-found'
  | 'device-in-use'
  | 'device-lost'
  | 'timeout'
  | 'room-full'
  | 'duplicate-login'
  | 'removed'
  | 'forbidden'
  | 'stream-conflict'
  | 'too-many-streams'
  | 'message-rejected'
  | 'aborted'
  | 'engine';
