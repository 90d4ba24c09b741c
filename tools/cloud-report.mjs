// What `npm run test:cloud` tells the person who runs it, beside the results themselves.

/** What no run can show. */
const NOT_CHECKED = [
  'Real apps on other platforms (iOS, Android, Flutter, React Native, Windows, Electron): the other people in the rooms are plain instances of the Web SDK that behave like them.',
  'ZEGO’s prebuilt kits themselves: one is imitated, by its stream IDs, notes and commands.',
  'Browsers other than the Chromium that runs the tests: no Firefox, no Safari, no iOS, no Android.',
  'Gateways that are slow, refuse streams or go away: nothing can make the cloud behave so. Only the room’s socket is cut.',
  'Being removed from a room by a server (the kick of ZEGO’s server API).',
  'Geo-fencing, cloud proxy and local proxy: they must be turned on for a project, and need servers.',
  'Background effects: they are a paid plugin whose files a page hosts.',
  'Privileges in tokens (a room, publishing, stream IDs): ZEGO enforces them only for projects that asked for it.',
  'Rooms of a thousand people, calls of hours, a token that expires in a call.',
  'What people hear and see: whether shared sound is stereo, what a scenario changes, how good the picture is.',
  'Real cameras, microphones and networks: media is drawn and synthesized, and everybody is on this machine.',
];

/** What a failure in a chapter of the suite means for calls of this project. */
const MEANINGS = {
  login:
    'People with such a token cannot join. `network` or `timeout`: this machine does not reach ZEGO (a firewall, a proxy, a wrong ZEGO_SERVER). `token-invalid` or `token-expired`: ZEGO_SERVER_SECRET is not that of ZEGO_APP_ID, or the clock of this machine is wrong. `invalid-config`: ZEGO does not know ZEGO_APP_ID. If only CBC fails, keep to the default of createToken04; if only GCM fails, set its `encryption` to `cbc`.',
  room: 'Calls do not show correctly who and what is in the room.',
  playing: 'People do not see or hear others as they should, or receive the wrong size of picture.',
  publishing:
    'Others do not see or hear us as they should. If a test about muting fails, do not use this version with the project: somebody could be heard or seen who believes that they are not.',
  messages: 'Chat messages get lost, come in the wrong order, or are refused.',
  signals: 'Raised hands and reactions get lost, or reach people whom they are not for.',
  statistics: 'The figures about the connection, and reports for support, are incomplete.',
  connection:
    'Calls do not survive an interrupted network, or do not end when the same user joins elsewhere.',
  life: 'Joining or leaving goes wrong at an unusual moment, or leaves something open.',
  'the kit for the Web':
    'In rooms that are shared with ZEGO’s prebuilt kit for the Web, one side shows the other incorrectly.',
  'a native app':
    'In rooms that are shared with apps on ZEGO’s native SDK, one side is shown with a device on that is off, or the other way round. Video and sound that are muted are not sent even so, unless the chapter “publishing” fails too.',
  'custom commands':
    'The cloud delivers custom commands to other people than the SDK’s documentation says: raised hands and reactions depend on it.',
  'raised hands': 'Somebody who joins later does not learn whose hand is up.',
  identifiers:
    'Some room or user IDs that this package accepts are refused by the cloud, or are changed on the way.',
  'at rest': 'A page stays connected to ZEGO after its last call.',
};

/** Returns the list of what a run leaves open. */
export function notCheckedText() {
  return ['This command cannot check:', ...NOT_CHECKED.map((line) => `- ${line}`)].join('\n');
}

/**
 * Returns what the failures mean, one line for each chapter.
 * @param tests as the runner reports them, with a title that begins with the suite and the chapter.
 */
export function meaningText(tests) {
  const failed = tests.filter(({ passed, skipped }) => !passed && !skipped);
  const chapters = [...new Set(failed.map(({ title }) => title.split(' › ')[1]))];
  const lines = chapters.map((chapter) => `- ${chapter}: ${MEANINGS[chapter] ?? 'see the test.'}`);
  return ['What the failures mean:', ...lines].join('\n');
}
