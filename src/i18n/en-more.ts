import { grammarOf } from './grammar.js';
import type { MoreStrings } from './strings.js';

export const grammar = grammarOf('en', ['one', 'other']);
const { list, number, plural } = grammar;

export const enMore: MoreStrings = {
  number,
  close: 'Close',
  settings: 'Settings',
  deviceKinds: { camera: 'Camera', microphone: 'Microphone', speaker: 'Speaker' },
  chosenByBrowser: 'The system’s choice',
  turnOnToChoose: 'Turn on your camera or microphone once to choose between devices.',
  useDevice: (label) => `Use ${label}`,
  devicePluggedIn: { camera: 'Another camera is there.', microphone: 'Another microphone is there.' },
  quality: 'Quality of my picture',
  qualities: { low: 'Low: saves data', standard: 'Standard', hd: 'High' },
  qualityOfPage: 'As this page says',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'is', other: 'are' })} here without camera or microphone`,
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page, pages) => `${number(page)} of ${number(pages)}`,
  effects: 'Effects',
  beauty: { smooth: 'Smooth', whiten: 'Whiten', rosy: 'Rosy', sharpen: 'Sharpen' },
  lowLight: 'Lighten a dark picture',
  background: 'Background',
  backgrounds: { none: 'None', slightBlur: 'Slight blur', strongBlur: 'Strong blur', picture: 'Picture…' },
  notAPicture: 'This picture can’t be used. Choose another one.',
  resetEffects: 'Reset effects',
  chat: 'Chat',
  messages: 'Messages',
  noMessages: 'No messages yet',
  message: 'Message',
  send: 'Send',
  sending: 'Sending…',
  notSent: 'Not sent.',
  retry: 'Retry',
  newestMessage: 'Newest message',
  newMessages: (count) => plural(count, { one: '# new message', other: '# new messages' }),
  unreadMessages: (count) => plural(count, { one: '# unread message', other: '# unread messages' }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, { one: 'Too long by # byte', other: 'Too long by # bytes' })
      : plural(bytes, { one: '# byte left', other: '# bytes left' }),
  inCallWith: (others) =>
    others === 0
      ? 'You are in the call, and the only one here.'
      : plural(others, {
          one: 'You are in the call. # other person is here.',
          other: 'You are in the call. # other people are here.',
        }),
  reconnected: 'Connected again.',
  deviceTurnedOn: { camera: 'Camera on', microphone: 'Microphone on', screen: 'You are sharing your screen' },
  deviceTurnedOff: {
    camera: 'Camera off',
    microphone: 'Microphone muted',
    screen: 'Your screen is no longer shared',
  },
  joined: (name) => `${name} joined`,
  peopleJoined: (count) => plural(count, { one: '# person joined', other: '# people joined' }),
  leftCall: (name) => `${name} left`,
  peopleLeft: (count) => plural(count, { one: '# person left', other: '# people left' }),
  messageFrom: (name, text) => `Message from ${name}: ${text}`,
  movableSelfView: 'My picture, to be moved with the arrow keys',
  hideSelfView: 'Hide my picture',
  fullscreen: 'Full screen',
  smallWindow: 'Small window',
  shortcuts: 'Keyboard shortcuts',
  useShortcuts: 'Use shortcuts in the call',
  errors: {
    'invalid-config': 'This call is not set up correctly. Tell whoever runs this page.',
    'insecure-context': 'Calls work only on secure pages. Open this page with https.',
    unsupported: 'This browser can’t make calls. Update it, or use another one.',
    'token-invalid': 'Your invitation to this call was not accepted. Ask for a new link.',
    'token-expired': 'Your invitation to this call has expired. Ask for a new link.',
    'permission-denied': 'The browser did not allow it. Allow it in the site settings beside the address.',
    'device-not-found': 'No camera or microphone was found. Connect one and try again.',
    'device-in-use': 'Another app is using the device. Close it and try again.',
    'device-lost': 'A device was unplugged. Plug it in again, or choose another one.',
    timeout: 'This takes too long. Check your connection and try again.',
    'room-full': 'This call is full. Try again when somebody has left.',
    'duplicate-login': 'You are in this call somewhere else. Only one of both can be.',
    removed: 'You were removed from this call. Ask its host for a new link to come back.',
    forbidden: 'You may watch this call, but not speak in it. Ask its host to let you.',
    'stream-conflict': 'Your picture could not be sent. Try again.',
    'too-many-streams': 'There are too many pictures to show them all. Some wait until others go.',
    'message-rejected': 'The message was not sent. Make it shorter, or wait a moment.',
    aborted: 'It was cancelled. Try again when you like.',
    engine: 'Something went wrong. Try again.',
  },
  deviceErrors: {
    'permission-denied': {
      camera: 'The browser does not allow the camera. Allow it in the site settings beside the address.',
      microphone:
        'The browser does not allow the microphone. Allow it in the site settings beside the address.',
      screen: 'The browser does not allow sharing the screen. Allow it in its settings or the system’s.',
      both: 'The browser does not allow microphone and camera. Allow them in the site settings beside the address.',
    },
    unsupported: {
      camera:
        'Effects do not work here, so your picture is sent as it is. Try a newer browser or a faster computer.',
      screen: 'This browser can’t share the screen. Use another one.',
    },
    'device-not-found': {
      camera: 'No camera was found. Connect one and try again.',
      microphone: 'No microphone was found. Connect one and try again.',
      screen: 'There is no screen to share. Use another computer for it.',
      both: 'No microphone and no camera was found. Connect them and try again.',
      speaker: 'This speaker was not found. Choose another one.',
    },
    'device-in-use': {
      camera: 'Another app is using the camera. Close it and try again.',
      microphone: 'Another app is using the microphone. Close it and try again.',
      screen: 'The screen could not be captured. Choose another window or screen.',
      both: 'Another app is using microphone and camera. Close it and try again.',
    },
    'device-lost': {
      camera: 'Your camera was unplugged. Plug it in again, or choose another one.',
      microphone: 'Your microphone was unplugged. Plug it in again, or choose another one.',
      screen: 'Your screen is no longer shared. Share it again if you want.',
      both: 'Your microphone and camera were unplugged. Plug them in again, or choose others.',
    },
  },
  denials: {
    dismissed: 'The browser asked, and got no answer. Turn it on again to be asked anew.',
    system: 'The system keeps the browser from it. Allow it in the system’s privacy settings.',
    page: 'This page may not use it. Ask whoever runs it.',
  },
  overHeadings: { ended: 'You are no longer in the call', failed: 'You are not in the call yet' },
  useHere: 'Use here instead',
  ends: {
    left: 'You left the call.',
    removed: 'You were removed from the call. Ask its host for a new link to come back.',
    'duplicate-login': 'You joined this call somewhere else, so it ended here.',
    'token-expired': 'Your invitation has expired. Ask for a new link.',
    'network-lost': 'The connection was lost. Check it and try again.',
    'room-full': 'This call is full. Try again when somebody has left.',
    failed: 'The call ended because of an error.',
  },
  microphoneLevel: 'Microphone level',
  testSpeaker: 'Test speaker',
  permissionHelp: {
    howToAllow: 'How to allow it',
    whatToDo: 'What you can do',
    denied: {
      chromium: ['Select the icon at the beginning of the address.', 'Turn on camera and microphone there.'],
      firefox: [
        'Select the crossed-out camera or microphone beside the address.',
        'Clear “Blocked” for both.',
      ],
      safari: [
        'In the Safari menu, choose “Settings for this website”.',
        'Set camera and microphone to “Allow”.',
      ],
      ios: [
        'Tap the icon at the beginning of the address.',
        'Open the website’s settings, and allow camera and microphone.',
      ],
      android: [
        'Tap the icon at the beginning of the address.',
        'Tap “Permissions”, and allow camera and microphone.',
      ],
      other: [
        'Open the browser’s settings for this site; most have them beside the address.',
        'Allow camera and microphone there.',
      ],
    },
    system: {
      macos: [
        'Open System Settings, then “Privacy & Security”.',
        'Under Camera and under Microphone, turn on this browser.',
      ],
      windows: [
        'Open the Windows settings, then “Privacy & security”.',
        'Under Camera and under Microphone, let desktop apps use them.',
      ],
      ios: [
        'Open the Settings app, then “Privacy & Security”.',
        'Under Camera and under Microphone, turn on this browser.',
      ],
      android: [
        'Open the Settings app, then “Apps”, and choose this browser.',
        'Under “Permissions”, allow camera and microphone.',
      ],
      other: [
        'Open the privacy settings of your system.',
        'Allow this browser to use camera and microphone.',
      ],
    },
    inUse: 'Close other calls, in other apps and in other tabs.',
    notFound: ['Connect a camera or a microphone.', 'Check that no switch or cover on it turns it off.'],
    turnOnAgain: 'Turn your camera or microphone on again here.',
    chooseAllow: 'When the browser asks, choose “Allow”.',
    page: [
      'Open this call in a tab of its own.',
      'If that does not help, ask whoever runs this page to allow camera and microphone.',
    ],
  },
  soundIsBlocked: 'The browser keeps the others silent.',
  turnOnSound: 'Turn on sound',
  interrupted: {
    microphone: 'Your microphone was interrupted.',
    camera: 'Your camera was interrupted.',
    both: 'Your microphone and camera were interrupted.',
  },
  resume: 'Resume',
  connectionIsPoor: {
    withCamera: 'Your connection is poor. Without your picture, the sound gets better.',
    withoutCamera: 'Your connection is poor. Move closer to the Wi-Fi, or close what else uses it.',
  },
  turnOffMyCamera: 'Turn off my camera',
  inviteOthers: 'Send others the link to this call.',
  copyLink: 'Copy link',
  linkIsCopied: 'Link copied',
  linkToCopy: 'Link to this call',
  invalidConfig: (attribute, problem) => `This call is not set up correctly: ${attribute} ${problem}.`,
};
