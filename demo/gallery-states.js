/**
 * Every state that the elements can be in: what the gallery shows, the screenshots take and the tests look into.
 * A state has an `id` for its address, a `group` and a `title`, and may have
 * - `call`: properties of the `<zego-call>`,
 * - `html`: the page around it, in place of the call alone,
 * - `box`: the style of the call, which fills the page otherwise,
 * - `viewport`: `[width, height]` in CSS pixels, for a state that needs that size,
 * - `reach`: what brings it about, given the `Scene` (gallery-scene.js).
 */

const LONG_NAME = 'Maximilian Friedrich Wilhelm von und zu Hohenstein-Langenburg-Sigmaringen';
const ODD_NAMES = [
  LONG_NAME,
  '<b>Bold</b> & <img src=x onerror=alert(1)>',
  '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈',
  'مُحَمَّد بن عبد الله',
  'שרה כהן (תל אביב)',
  'W'.repeat(80),
  'Z̸̧̢̛͉̳͕̈́̒̓͠a̷͎̓l̵̛͓g̶͚̈́o̴̧̔',
  'محمد Ali 123',
];

/** Codes with which a join can fail. */
const ERRORS = [
  'insecure-context',
  'unsupported',
  'token-invalid',
  'token-expired',
  'network',
  'timeout',
  'room-full',
  'duplicate-login',
  'removed',
  'forbidden',
  'stream-conflict',
  'too-many-streams',
  'engine',
];

/** Problems of devices, which do not end a call. */
const DEVICE_PROBLEMS = [
  ['camera-denied', 'Camera not allowed', { camera: 'denied' }],
  ['microphone-missing', 'No microphone', { microphone: 'missing' }],
  ['camera-in-use', 'Camera in use', { camera: 'in-use' }],
  ['both-denied', 'Neither is allowed', { camera: 'denied', microphone: 'denied' }],
];

const ENDS = ['left', 'removed', 'duplicate-login', 'token-expired', 'network-lost', 'room-full', 'failed'];
const CODE_OF_END = { 'network-lost': 'network', failed: 'engine' };

const HOSTILE = `<style>
  * { box-sizing: content-box !important; list-style: none !important; float: none; }
  .scene { font: italic 700 32px/3 serif; color: lime; letter-spacing: 4px; text-align: right;
    text-transform: uppercase; word-spacing: 10px; text-shadow: 0 0 4px red; text-indent: 40px; }
  button, svg, video, input, h2, p { border: 8px dotted red !important; background: yellow !important;
    transform: rotate(9deg) !important; inline-size: 400px !important; }
</style><zego-call></zego-call>`;

const COMPOSED = `<zego-call class="composed">
  <zego-remote-grid></zego-remote-grid>
  <aside><zego-preview></zego-preview><zego-chat></zego-chat></aside>
  <zego-controls controls="microphone camera leave"><button type="button">Raise a flag</button></zego-controls>
</zego-call>`;

const CAPTIONED = `<zego-call>
  <p slot="captions" aria-live="polite">Ana Ruiz: Good morning, everybody. Shall we begin with the second point of the agenda?</p>
</zego-call>`;

const ELEMENTS = {
  'zego-preview': 'Preview',
  'zego-remote-grid': 'Grid',
  'zego-controls': 'Toolbar',
  'zego-chat': 'Chat',
  'zego-settings': 'Settings',
};

const withPeople = (count) => async (scene) => {
  scene.people(count);
  await scene.join();
};

const call = (people) => ({
  id: `call-${people}`,
  group: 'Call',
  title: `${people} people`,
  reach: withPeople(people - 1),
});

/** Mutes the first of them for me, and turns the second down. */
async function turnDown(scene, [first, second]) {
  await scene.join();
  await scene.call.setParticipantVolume(first.user.id, 0);
  await scene.call.setParticipantVolume(second.user.id, 0.4);
}

async function chatWith(scene, say) {
  const [ana, ben] = scene.people(3);
  await scene.join();
  await scene.press('chat-button');
  await scene.sees('textarea');
  await say?.(ana, ben);
}

async function saysMuch(scene, ana, ben) {
  ana.say('Hello everybody! Can you hear me?');
  ben.say('Yes, loud and clear 👍');
  ben.say('The agenda: https://example.com/agenda?of=today#first');
  await scene.call.sendMessage('Thank you. Shall we begin with the second point?');
  ana.say('<script>alert("markup is text")</script> & so is this');
  ana.say('שלום! מה שלומך היום? and then in English');
  ben.say('Averylongwordthathasnospaceinitatall'.repeat(4));
  for (let nth = 1; nth <= 12; nth++) ana.say(`Point ${nth} of the agenda`);
}

export const STATES = [
  { id: 'lobby', group: 'Lobby', title: 'Before anything' },
  {
    id: 'lobby-preview',
    group: 'Lobby',
    title: 'With preview and device check',
    reach: async (scene) => {
      await scene.call.setMicrophone(true);
      await scene.call.setCamera(true);
      await scene.sees('video:not([data-empty])');
      await scene.sees('[part~="settings-button"]');
      await scene.sees('[part~="speaker-button"]');
    },
  },
  { id: 'lobby-off', group: 'Lobby', title: 'Devices off', call: { cameraOff: true, microphoneOff: true } },
  ...DEVICE_PROBLEMS.map(([id, title, faults]) => ({
    id: `lobby-${id}`,
    group: 'Lobby',
    title,
    reach: async (scene) => {
      for (const [kind, fault] of Object.entries(faults)) scene.devices.setFault(kind, fault);
      await Promise.allSettled([scene.call.setMicrophone(true), scene.call.setCamera(true)]);
      await scene.sees('[part="message"]:not([hidden])');
    },
  })),
  { id: 'lobby-audio', group: 'Lobby', title: 'Audio only', call: { mode: 'audio' } },
  { id: 'lobby-view-only', group: 'Lobby', title: 'View only', call: { viewOnly: true } },
  { id: 'lobby-long-name', group: 'Lobby', title: 'Long name', call: { userName: LONG_NAME } },
  {
    id: 'joining',
    group: 'Lobby',
    title: 'Joining',
    reach: async (scene) => {
      scene.room.joinDelay = 2 ** 31 - 1;
      scene.call.join().catch(() => undefined); // It ends with the state.
      await scene.comesTrue(() => scene.call.state.connection.status === 'joining', 'joining');
    },
  },

  {
    id: 'call-1',
    group: 'Call',
    title: 'Alone, with an invitation',
    reach: async (scene) => {
      await scene.join();
      await scene.sees('[part~="copy-button"]');
    },
  },
  ...[2, 3, 5, 9, 25, 49].map(call),
  { id: 'call-audio', group: 'Call', title: 'Audio only', call: { mode: 'audio' }, reach: withPeople(4) },
  { id: 'call-view-only', group: 'Call', title: 'View only', call: { viewOnly: true }, reach: withPeople(4) },
  {
    id: 'call-muted',
    group: 'Call',
    title: 'Muted, camera off',
    call: { cameraOff: true, microphoneOff: true },
    reach: withPeople(3),
  },
  {
    id: 'call-all-off',
    group: 'Call',
    title: 'Everybody off',
    call: { cameraOff: true, microphoneOff: true },
    reach: async (scene) => {
      for (const name of ['Ana Ruiz', 'Ben Carter', '李小龙'])
        scene.enter(name, { audio: false, video: false });
      await scene.join();
    },
  },
  {
    id: 'call-speaking',
    group: 'Call',
    title: 'Somebody speaks',
    reach: async (scene) => {
      const people = scene.people(5);
      await scene.join();
      people[0].speak(0.7);
      people[3].speak(0.5);
      await scene.sees('zego-tile[data-speaking]');
    },
  },
  {
    id: 'call-hands',
    group: 'Call',
    title: 'Raised hands',
    reach: async (scene) => {
      const people = scene.people(5);
      await scene.join();
      for (const person of [people[1], people[3]]) scene.raiseHand(person);
      await scene.call.raiseHand(true);
      await scene.comesTrue(() => scene.call.state.hands.length === 3, 'three hands are up');
    },
  },
  {
    id: 'call-reactions',
    group: 'Call',
    title: 'Choosing a reaction',
    viewport: [1000, 640], // Where it is narrow, reactions are in the menu of all that has no room.
    reach: async (scene) => {
      await withPeople(3)(scene);
      await scene.press('reactions-button');
      await scene.sees('[part="menu"]:popover-open');
    },
  },
  {
    id: 'call-volume',
    group: 'Call',
    title: 'One muted for me, one quieter',
    reach: async (scene) => {
      await turnDown(scene, scene.people(3));
      await scene.sees('[part="volume"]');
      await scene.press('volume-button');
      await scene.sees('[part="menu"]:popover-open input');
    },
  },
  {
    id: 'call-captions',
    group: 'Call',
    title: 'Captions',
    html: CAPTIONED,
    reach: async (scene) => {
      scene.people(4);
      await scene.join();
    },
  },
  {
    id: 'call-self-hidden',
    group: 'Call',
    title: 'My picture hidden',
    reach: async (scene) => {
      await withPeople(3)(scene);
      await scene.press('hide-button');
      await scene.sees('zego-preview[data-hidden]');
    },
  },
  {
    id: 'call-without-media',
    group: 'Call',
    title: 'Others without devices',
    reach: async (scene) => {
      scene.enter('Ana Ruiz', null);
      scene.enter('Ben Carter', null);
      await scene.join();
    },
  },

  {
    id: 'layout-speaker',
    group: 'Layout',
    title: 'Speaker',
    call: { layout: 'speaker' },
    reach: withPeople(6),
  },
  {
    id: 'layout-sidebar',
    group: 'Layout',
    title: 'Sidebar',
    call: { layout: 'sidebar' },
    reach: withPeople(6),
  },
  {
    id: 'layout-screen',
    group: 'Layout',
    title: 'A shared screen',
    reach: async (scene) => {
      const [ana] = scene.people(4);
      ana.publish({ source: 'screen', audio: false });
      await scene.join();
    },
  },
  {
    id: 'layout-own-screen',
    group: 'Layout',
    title: 'My screen is shared',
    reach: async (scene) => {
      scene.people(3);
      await scene.join();
      await scene.call.startScreenShare();
    },
  },
  {
    id: 'layout-pinned',
    group: 'Layout',
    title: 'Pinned',
    reach: async (scene) => {
      const people = scene.people(7);
      await scene.join();
      await scene.call.pin(people[2].user.id);
      await scene.sees('[part~="pin-button"][aria-pressed="true"]');
    },
  },
  {
    id: 'layout-pages',
    group: 'Layout',
    title: 'Second page',
    viewport: [800, 500],
    reach: async (scene) => {
      scene.people(80);
      await scene.join();
      await scene.press('next-button');
    },
  },

  {
    id: 'trouble-network',
    group: 'Trouble',
    title: 'Poor connections',
    reach: async (scene) => {
      const people = scene.people(4);
      await scene.join();
      people.forEach((person, nth) => person.quality(nth + 1, nth + 1));
      scene.room.setQuality('me', 4, 4);
      await scene.comesTrue(
        () => scene.all('[part="quality"]').length === 3,
        'the third, the fourth and I are marked',
      );
    },
  },
  {
    id: 'trouble-reconnecting',
    group: 'Trouble',
    title: 'Reconnecting',
    reach: async (scene) => {
      await withPeople(4)(scene);
      scene.room.dropConnection();
      await scene.tells('banner');
    },
  },
  {
    id: 'trouble-sending',
    group: 'Trouble',
    title: 'Sending again',
    reach: async (scene) => {
      await withPeople(4)(scene);
      await scene.comesTrue(() => ownStream(scene), 'my stream is there');
      scene.room.interruptPublication(ownStream(scene).streamId);
      await scene.tells('banner');
    },
  },
  {
    id: 'trouble-playing',
    group: 'Trouble',
    title: 'Playing again',
    reach: async (scene) => {
      await withPeople(4)(scene);
      const theirs = scene.room.streams.filter(({ user }) => user.id !== 'me');
      for (const { streamId } of theirs.slice(0, 2)) {
        scene.room.failPlay(streamId, scene.error('network'));
        scene.room.failPlay(streamId, scene.error('network'));
      }
      await scene.sees('[part="problem"]');
    },
  },
  {
    id: 'trouble-paused',
    group: 'Trouble',
    title: 'Pictures stand still',
    reach: async (scene) => {
      await withPeople(4)(scene);
      const theirs = scene.room.streams.filter(({ user, video }) => user.id !== 'me' && video);
      await scene.comesTrue(() => {
        for (const { streamId } of theirs) scene.room.setFigures(streamId, { frameRate: 0 });
        const told = scene.all('[part="paused"]');
        return told.length === theirs.length && told.every((each) => each.getAnimations().length === 0);
      }, 'it is told of each');
    },
  },
  ...DEVICE_PROBLEMS.map(([id, title, faults]) => ({
    id: `notice-${id}`,
    group: 'Trouble',
    title: `${title}, in the call`,
    reach: async (scene) => {
      for (const [kind, fault] of Object.entries(faults)) scene.devices.setFault(kind, fault);
      await withPeople(2)(scene);
      await scene.tells('banner');
    },
  })),
  {
    id: 'notice-plugged',
    group: 'Trouble',
    title: 'A camera is offered',
    reach: async (scene) => {
      scene.devices.setPlugged('camera-2', false);
      await withPeople(2)(scene);
      await scene.comesTrue(() => scene.call.state.self.camera.status === 'on', 'the camera is on');
      scene.devices.setPlugged('camera-2', true);
      await scene.sees('[part~="offer-button"]');
    },
  },
  {
    id: 'notice-host',
    group: 'Trouble',
    title: 'A host turned the camera off',
    call: { hostCommands: true },
    reach: async (scene) => {
      const [host] = scene.people(2);
      await scene.join();
      await scene.comesTrue(() => scene.call.state.self.camera.status === 'on', 'the camera is on');
      host.command('turn-camera-off', 'me');
      await scene.tells('banner');
    },
  },
  {
    id: 'notice-lost',
    group: 'Trouble',
    title: 'Camera unplugged',
    reach: async (scene) => {
      await withPeople(2)(scene);
      await scene.comesTrue(() => scene.call.state.self.camera.status === 'on', 'the camera is on');
      scene.devices.setFault('camera', 'missing');
      await scene.tells('banner');
    },
  },

  {
    id: 'people',
    group: 'People',
    title: 'The list',
    reach: async (scene) => {
      const people = scene.people(9);
      await scene.join();
      scene.raiseHand(people[4]);
      await scene.press('people-button');
      await scene.sees('[part="person"]');
    },
  },

  {
    id: 'people-volume',
    group: 'People',
    title: 'One muted for me, one quieter',
    viewport: [320, 568],
    reach: async (scene) => {
      const people = scene.people(3);
      people[0].publish({ source: 'screen' });
      await turnDown(scene, people);
      scene.raiseHand(people[0]);
      for (const kind of ['audio', 'video']) people[0].mute(kind);
      people[0].quality(4, 4);
      await scene.press('more-button');
      await scene.press('people-button');
      await scene.sees('[part="person"] [part~="pin-button"]');
    },
  },

  { id: 'chat-empty', group: 'Chat', title: 'Nothing said yet', reach: (scene) => chatWith(scene) },
  {
    id: 'chat-many',
    group: 'Chat',
    title: 'A conversation',
    reach: (scene) => chatWith(scene, (ana, ben) => saysMuch(scene, ana, ben)),
  },
  {
    id: 'chat-failed',
    group: 'Chat',
    title: 'Not sent',
    reach: (scene) =>
      chatWith(scene, async (ana) => {
        ana.say('Are you still there?');
        await scene.call.sendMessage('Yes, I am.');
        scene.room.dropConnection();
        await scene.call.sendMessage('But my connection is not.').catch(() => undefined); // As it is to be.
        await scene.sees('[data-delivery="failed"]');
      }),
  },
  {
    id: 'chat-unread',
    group: 'Chat',
    title: 'Unread',
    reach: async (scene) => {
      const [ana] = scene.people(3);
      await scene.join();
      for (let nth = 0; nth < 120; nth++) ana.say('Hello?');
      await scene.sees('[part~="chat-badge"]');
    },
  },

  {
    id: 'settings',
    group: 'Settings',
    title: 'In the call',
    reach: async (scene) => {
      scene.people(3);
      await scene.join();
      await scene.press('settings-button');
      await scene.sees('select[name="quality"]');
    },
  },
  {
    id: 'settings-200-devices',
    group: 'Settings',
    title: '200 devices',
    reach: async (scene) => {
      scene.plugIn(200);
      await scene.join();
      await scene.press('settings-button');
      await scene.sees('select[name="camera"]');
    },
  },
  {
    id: 'settings-no-devices',
    group: 'Settings',
    title: 'No devices',
    reach: async (scene) => {
      scene.devices.setFault('camera', 'missing');
      scene.devices.setFault('microphone', 'missing');
      await scene.join();
      await scene.press('settings-button');
      await scene.sees('select[name="quality"]');
    },
  },

  ...ERRORS.map((code) => ({
    id: `error-${code}`,
    group: 'Errors',
    title: code,
    reach: async (scene) => {
      scene.room.failNextJoin(scene.error(code));
      await scene.call.join().catch(() => undefined); // As it is to be.
      await scene.sees('[part="message"]:not([hidden])');
    },
  })),
  {
    id: 'error-invalid-config',
    group: 'Errors',
    title: 'invalid-config',
    call: { room: 'not a room' },
    reach: async (scene) => {
      await scene.call.join().catch(() => undefined); // As it is to be.
      await scene.sees('[part="message"]:not([hidden])');
    },
  },
  ...ENDS.map((reason) => ({
    id: `end-${reason}`,
    group: 'Ends',
    title: reason,
    reach: async (scene) => {
      await withPeople(2)(scene);
      if (reason === 'left') await scene.call.leave();
      else {
        const error = scene.error(CODE_OF_END[reason] ?? reason);
        scene.report({ type: 'ended', reason, error });
      }
      await scene.sees('[part="message"]:not([hidden])');
    },
  })),

  {
    id: 'names-lobby',
    group: 'Names',
    title: 'Markup in the lobby',
    call: { userName: ODD_NAMES[1] },
  },
  {
    id: 'names',
    group: 'Names',
    title: 'Long, markup, emoji, right to left',
    reach: async (scene) => {
      ODD_NAMES.forEach((name, nth) => scene.enter(name, { video: nth % 2 === 0 }));
      await scene.join();
    },
  },
  {
    id: 'names-chat',
    group: 'Names',
    title: 'In the chat',
    reach: (scene) =>
      chatWith(scene, () => {
        for (const name of ODD_NAMES) scene.enter(name, null).say(`This is ${name}`);
      }),
  },
  {
    id: 'names-without-media',
    group: 'Names',
    title: 'Without devices',
    reach: async (scene) => {
      for (const name of ODD_NAMES) scene.enter(name, null);
      await scene.join();
    },
  },

  ...Object.entries(ELEMENTS).map(([tag, title]) => ({
    id: tag,
    group: 'Elements alone',
    title,
    html: `<zego-call id="call" hidden></zego-call><div class="alone"><${tag} for="call"></${tag}></div>`,
    reach: async (scene) => {
      const [ana, ben] = scene.people(3);
      await scene.call.join();
      await saysMuch(scene, ana, ben);
      await scene.comesTrue(() => scene.all(tag)[0].shadowRoot.childElementCount > 0, 'it is filled');
    },
  })),
  { id: 'composed', group: 'Page', title: 'A layout of the page', html: COMPOSED, reach: withPeople(5) },
  {
    id: 'page-slots',
    group: 'Page',
    title: 'Slots',
    html: `<zego-call><button slot="toolbar" type="button">Raise a flag</button><p slot="empty">Ana will be here soon.</p></zego-call>`,
    reach: (scene) => scene.join(),
  },
  { id: 'page-hostile', group: 'Page', title: 'Hostile CSS', html: HOSTILE, reach: withPeople(3) },
  { id: 'page-hostile-lobby', group: 'Page', title: 'Hostile CSS, lobby', html: HOSTILE },
  ...[
    ['lobby', undefined],
    ['call', withPeople(3)],
  ].map(([id, reach]) => ({
    id: `tiny-${id}`,
    group: 'Page',
    title: `200 × 150, ${id}`,
    box: 'inline-size: 200px; block-size: 150px; --zego-min-height: 0px',
    reach,
  })),
  { id: 'wall-lobby', group: 'Page', title: '4K, lobby', viewport: [3840, 2160] },
  { id: 'wall-call', group: 'Page', title: '4K, call', viewport: [3840, 2160], reach: withPeople(12) },
];

function ownStream(scene) {
  return scene.room.streams.find(({ user }) => user.id === 'me');
}
