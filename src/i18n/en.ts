import type { Strings } from './strings.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const en: Strings = {
  join: 'Join',
  joinAgain: 'Join again',
  tryAgain: 'Try again',
  joining: 'Joining…',
  cancel: 'Cancel',
  leave: 'Leave',
  dismiss: 'Dismiss',
  readyToJoin: 'Ready to join?',
  yourName: 'Your name',
  you: 'You',
  call: 'Video call',
  callControls: 'Call controls',
  muteMicrophone: 'Mute microphone',
  turnOffCamera: 'Turn off camera',
  shareScreen: 'Share screen',
  showPreview: 'Show preview',
  playSound: 'Play',
  playingAgain: 'Interrupted. Trying again…',
  microphoneIsMuted: 'Microphone muted',
  poorConnection: 'Poor connection',
  pin: (name) => `Pin ${name}`,
  reconnecting: 'Connection lost. Reconnecting…',
  sendingAgain: 'Others do not get your picture and sound just now. Trying again…',
  aloneHere: 'You are the only one here',
  screenOf: (name) => `${name}’s screen`,
  hereWithoutMedia: (names) =>
    `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} here without camera or microphone`,
  unreachable: 'The call could not be reached. Check your connection and try again.',
};
