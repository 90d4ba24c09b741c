import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('de', ['one', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Beitreten',
  joinAgain: 'Erneut beitreten',
  tryAgain: 'Erneut versuchen',
  joining: 'Verbindung wird aufgebaut …',
  cancel: 'Abbrechen',
  leave: 'Verlassen',
  dismiss: 'Ausblenden',
  readyToJoin: 'Bereit für den Anruf?',
  yourName: 'Ihr Name',
  you: 'Sie',
  call: 'Videoanruf',
  callControls: 'Anrufsteuerung',
  muteMicrophone: 'Mikrofon stummschalten',
  turnOffCamera: 'Kamera ausschalten',
  shareScreen: 'Bildschirm teilen',
  showPreview: 'Vorschau anzeigen',
  playSound: 'Abspielen',
  playingAgain: 'Unterbrochen. Neuer Versuch …',
  microphoneIsMuted: 'Mikrofon stumm',
  poorConnection: 'Schlechte Verbindung',
  pin: (name) => `${name} anheften`,
  reconnecting: 'Verbindung unterbrochen. Neuer Versuch …',
  sendingAgain: 'Ihr Bild und Ton kommen bei den anderen gerade nicht an. Neuer Versuch …',
  aloneHere: 'Außer Ihnen ist niemand hier',
  screenOf: (name) => `Bildschirm von ${name}`,
  unreachable: 'Der Anruf ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
};

export const more: MoreStrings = {
  number,
  close: 'Schließen',
  settings: 'Einstellungen',
  deviceKinds: { camera: 'Kamera', microphone: 'Mikrofon', speaker: 'Lautsprecher' },
  chosenByBrowser: 'Vom System gewählt',
  turnOnToChoose: 'Schalten Sie Kamera oder Mikrofon einmal ein, um Geräte auswählen zu können.',
  useDevice: (label) => `${label} verwenden`,
  devicePluggedIn: {
    camera: 'Eine weitere Kamera ist verfügbar.',
    microphone: 'Ein weiteres Mikrofon ist verfügbar.',
  },
  deviceReplaced: {
    camera: (label) => `Ihre Kamera wurde getrennt. Andere sehen Sie jetzt über ${label}.`,
    microphone: (label) => `Ihr Mikrofon wurde getrennt. Andere hören Sie jetzt über ${label}.`,
  },
  quality: 'Qualität meines Bildes',
  qualities: { low: 'Niedrig: spart Daten', standard: 'Standard', hd: 'Hoch' },
  qualityOfPage: 'Wie von dieser Seite vorgegeben',
  language: 'Sprache',
  languageOfPage: 'Wie diese Seite',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'ist', other: 'sind' })} ohne Kamera und Mikrofon dabei`,
  pages: 'Seiten',
  previousPage: 'Vorherige Seite',
  nextPage: 'Nächste Seite',
  pageOf: (page, pages) => `${number(page)} von ${number(pages)}`,
  effects: 'Effekte',
  beauty: { smooth: 'Weichzeichnen', whiten: 'Aufhellen', rosy: 'Rosig', sharpen: 'Schärfen' },
  lowLight: 'Dunkles Bild aufhellen',
  background: 'Hintergrund',
  backgrounds: {
    none: 'Keiner',
    slightBlur: 'Leicht unscharf',
    strongBlur: 'Stark unscharf',
    picture: 'Bild …',
  },
  notAPicture: 'Dieses Bild kann nicht verwendet werden. Wählen Sie ein anderes.',
  resetEffects: 'Effekte zurücksetzen',
  effectsLater: 'Effekte wirken, sobald Sie beitreten. Bis dahin sehen Sie Ihr Bild unverändert.',
  chat: 'Chat',
  messages: 'Nachrichten',
  noMessages: 'Noch keine Nachrichten',
  message: 'Nachricht',
  send: 'Senden',
  sending: 'Wird gesendet …',
  notSent: 'Nicht gesendet.',
  retry: 'Wiederholen',
  newestMessage: 'Neueste Nachricht',
  newMessages: (count) => plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  unreadMessages: (count) =>
    plural(count, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, { one: '# Byte zu lang', other: '# Bytes zu lang' })
      : plural(bytes, { one: 'Noch # Byte', other: 'Noch # Bytes' }),
  inCallWith: (others) =>
    others === 0
      ? 'Sie sind im Anruf. Außer Ihnen ist niemand hier.'
      : plural(others, {
          one: 'Sie sind im Anruf. Eine weitere Person ist hier.',
          other: 'Sie sind im Anruf. # weitere Personen sind hier.',
        }),
  reconnected: 'Wieder verbunden.',
  deviceTurnedOn: { camera: 'Kamera an', microphone: 'Mikrofon an', screen: 'Ihr Bildschirm wird geteilt' },
  deviceTurnedOff: {
    camera: 'Kamera aus',
    microphone: 'Mikrofon stumm',
    screen: 'Ihr Bildschirm wird nicht mehr geteilt',
  },
  joined: (name) => `${name} ist beigetreten`,
  peopleJoined: (count) =>
    plural(count, { one: '# Person ist beigetreten', other: '# Personen sind beigetreten' }),
  leftCall: (name) => `${name} ist gegangen`,
  peopleLeft: (count) => plural(count, { one: '# Person ist gegangen', other: '# Personen sind gegangen' }),
  messageFrom: (name, text) => `Nachricht von ${name}: ${text}`,
  movableSelfView: 'Mein Bild, mit den Pfeiltasten verschiebbar',
  hideSelfView: 'Mein Bild ausblenden',
  fullscreen: 'Vollbild',
  smallWindow: 'Kleines Fenster',
  shortcuts: 'Tastenkürzel',
  useShortcuts: 'Tastenkürzel im Anruf verwenden',
  people: 'Personen',
  searchPeople: 'Personen suchen',
  nobodyFound: 'Niemand heißt so.',
  peopleHere: (count) => plural(count, { one: '# Person', other: '# Personen' }),
  onlySenders: 'Nur wer Kamera, Mikrofon oder Bildschirm sendet, steht hier.',
  cameraIsOff: 'Kamera aus',
  videoPaused: 'Video angehalten',
  volumeOf: (name) => `Lautstärke von ${name}`,
  muteForMe: 'Für mich stummschalten',
  mutedForYou: 'Für Sie stumm',
  quieterForYou: 'Für Sie leiser',
  sharesScreen: 'Teilt den Bildschirm',
  raiseHand: 'Hand heben',
  handRaised: 'Hand gehoben',
  reactions: 'Reaktionen',
  reactionNames: {
    like: 'Daumen hoch',
    love: 'Herz',
    applause: 'Applaus',
    laugh: 'Lachen',
    wow: 'Staunen',
    party: 'Feiern',
  },
  switchCamera: 'Kamera wechseln',
  more: 'Mehr',
  showStatistics: 'Statistik auf den Bildern zeigen',
  figures: { size: 'Größe', frameRate: 'Bilder/s', bitrate: 'Bitrate', loss: 'Verlust', delay: 'Laufzeit' },
  errors: {
    'invalid-config':
      'Dieser Anruf ist nicht richtig eingerichtet. Wenden Sie sich an den Betreiber dieser Seite.',
    'insecure-context': 'Anrufe funktionieren nur auf sicheren Seiten. Öffnen Sie diese Seite mit https.',
    unsupported:
      'Mit diesem Browser sind keine Anrufe möglich. Aktualisieren Sie ihn oder verwenden Sie einen anderen.',
    'token-invalid': 'Ihre Einladung zu diesem Anruf wurde nicht angenommen. Bitten Sie um einen neuen Link.',
    'token-expired': 'Ihre Einladung zu diesem Anruf ist abgelaufen. Bitten Sie um einen neuen Link.',
    'permission-denied':
      'Der Browser hat das nicht erlaubt. Erlauben Sie es in den Website-Einstellungen neben der Adresse.',
    'device-not-found':
      'Es wurde weder Kamera noch Mikrofon gefunden. Schließen Sie ein Gerät an und versuchen Sie es erneut.',
    'device-in-use': 'Eine andere App verwendet das Gerät. Schließen Sie sie und versuchen Sie es erneut.',
    'device-lost': 'Ein Gerät wurde getrennt. Schließen Sie es wieder an oder wählen Sie ein anderes.',
    timeout: 'Das dauert zu lange. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'room-full': 'Dieser Anruf ist voll. Versuchen Sie es erneut, wenn jemand gegangen ist.',
    'duplicate-login':
      'Sie nehmen an diesem Anruf schon anderswo teil. Verlassen Sie ihn dort, um hier beizutreten.',
    removed:
      'Sie wurden aus diesem Anruf entfernt. Wenden Sie sich an den Gastgeber, wenn Sie teilnehmen sollten.',
    forbidden:
      'Sie dürfen bei diesem Anruf zusehen, aber nicht sprechen. Bitten Sie den Gastgeber um Erlaubnis.',
    'stream-conflict': 'Ihr Bild konnte nicht gesendet werden. Versuchen Sie es erneut.',
    'too-many-streams': 'Es sind zu viele Bilder, um alle zu zeigen. Einige warten, bis andere wegfallen.',
    'message-rejected': 'Die Nachricht wurde nicht gesendet. Kürzen Sie sie oder warten Sie einen Moment.',
    aborted: 'Der Vorgang wurde abgebrochen. Sie können es jederzeit erneut versuchen.',
    engine: 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
  },
  deviceErrors: {
    'permission-denied': {
      camera:
        'Der Browser erlaubt die Kamera nicht. Erlauben Sie sie in den Website-Einstellungen neben der Adresse.',
      microphone:
        'Der Browser erlaubt das Mikrofon nicht. Erlauben Sie es in den Website-Einstellungen neben der Adresse.',
      screen:
        'Der Browser erlaubt das Teilen des Bildschirms nicht. Erlauben Sie es in seinen Einstellungen oder denen des Systems.',
      both: 'Der Browser erlaubt Mikrofon und Kamera nicht. Erlauben Sie beides in den Website-Einstellungen neben der Adresse.',
    },
    unsupported: {
      camera:
        'Effekte funktionieren hier nicht, Ihr Bild wird unverändert gesendet. Versuchen Sie es mit einem neueren Browser oder schnelleren Computer.',
      screen: 'Dieser Browser kann den Bildschirm nicht teilen. Verwenden Sie einen anderen.',
    },
    'device-not-found': {
      camera: 'Es wurde keine Kamera gefunden. Schließen Sie eine an und versuchen Sie es erneut.',
      microphone: 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an und versuchen Sie es erneut.',
      screen: 'Hier gibt es keinen Bildschirm zum Teilen. Verwenden Sie dafür einen anderen Computer.',
      both: 'Es wurden weder Mikrofon noch Kamera gefunden. Schließen Sie beide an und versuchen Sie es erneut.',
      speaker: 'Dieser Lautsprecher wurde nicht gefunden. Wählen Sie einen anderen.',
    },
    'device-in-use': {
      camera: 'Eine andere App verwendet die Kamera. Schließen Sie sie und versuchen Sie es erneut.',
      microphone: 'Eine andere App verwendet das Mikrofon. Schließen Sie sie und versuchen Sie es erneut.',
      screen:
        'Der Bildschirm konnte nicht aufgenommen werden. Wählen Sie ein anderes Fenster oder einen anderen Bildschirm.',
      both: 'Eine andere App verwendet Mikrofon und Kamera. Schließen Sie sie und versuchen Sie es erneut.',
    },
    'device-lost': {
      camera: 'Ihre Kamera wurde getrennt. Schließen Sie sie wieder an oder wählen Sie eine andere.',
      microphone: 'Ihr Mikrofon wurde getrennt. Schließen Sie es wieder an oder wählen Sie ein anderes.',
      screen: 'Ihr Bildschirm wird nicht mehr geteilt. Teilen Sie ihn bei Bedarf erneut.',
      both: 'Ihr Mikrofon und Ihre Kamera wurden getrennt. Schließen Sie sie wieder an oder wählen Sie andere.',
    },
  },
  denials: {
    dismissed:
      'Die Frage des Browsers blieb unbeantwortet. Schalten Sie das Gerät erneut ein, um wieder gefragt zu werden.',
    system:
      'Das System verweigert dem Browser den Zugriff. Erlauben Sie ihn in den Datenschutzeinstellungen des Systems.',
    page: 'Diese Seite darf das Gerät nicht verwenden. Wenden Sie sich an ihren Betreiber.',
  },
  ends: {
    left: 'Sie haben den Anruf verlassen.',
    removed: 'Sie wurden aus dem Anruf entfernt. Bitten Sie den Gastgeber um einen neuen Link.',
    'duplicate-login': 'Sie sind diesem Anruf anderswo beigetreten, deshalb wurde er hier beendet.',
    'token-expired': 'Ihre Einladung ist abgelaufen. Bitten Sie um einen neuen Link.',
    'network-lost': 'Die Verbindung wurde unterbrochen. Prüfen Sie sie und versuchen Sie es erneut.',
    'room-full': 'Dieser Anruf ist voll. Versuchen Sie es erneut, wenn jemand gegangen ist.',
    failed: 'Der Anruf wurde wegen eines Fehlers beendet.',
  },
  overHeadings: { ended: 'Sie sind nicht mehr im Anruf', failed: 'Sie sind noch nicht im Anruf' },
  useHere: 'Stattdessen hier verwenden',
  turnedOffBy: {
    camera: (name) => `${name} hat Ihre Kamera ausgeschaltet.`,
    microphone: (name) => `${name} hat Ihr Mikrofon stummgeschaltet.`,
  },
  removedBy: (name) => `${name} hat Sie aus dem Anruf entfernt.`,
  reasonGiven: (reason) => `Angegebener Grund: ${reason}`,
  microphoneLevel: 'Mikrofonpegel',
  testSpeaker: 'Lautsprecher testen',
  permissionHelp: {
    howToAllow: 'So erlauben Sie es',
    whatToDo: 'Was Sie tun können',
    denied: {
      chromium: [
        'Wählen Sie das Symbol am Anfang der Adresse.',
        'Schalten Sie dort Kamera und Mikrofon ein.',
      ],
      firefox: [
        'Wählen Sie das durchgestrichene Kamera- oder Mikrofonsymbol neben der Adresse.',
        'Heben Sie „Blockiert“ für beide auf.',
      ],
      safari: [
        'Wählen Sie im Menü „Safari“ die Einstellungen für diese Website.',
        'Stellen Sie Kamera und Mikrofon auf „Erlauben“.',
      ],
      ios: [
        'Tippen Sie auf das Symbol am Anfang der Adresse.',
        'Öffnen Sie die Website-Einstellungen und erlauben Sie Kamera und Mikrofon.',
      ],
      android: [
        'Tippen Sie auf das Symbol am Anfang der Adresse.',
        'Tippen Sie auf „Berechtigungen“ und erlauben Sie Kamera und Mikrofon.',
      ],
      other: [
        'Öffnen Sie die Einstellungen des Browsers für diese Website; meist stehen sie neben der Adresse.',
        'Erlauben Sie dort Kamera und Mikrofon.',
      ],
    },
    system: {
      macos: [
        'Öffnen Sie die Systemeinstellungen, dann „Datenschutz & Sicherheit“.',
        'Schalten Sie unter Kamera und unter Mikrofon diesen Browser ein.',
      ],
      windows: [
        'Öffnen Sie die Windows-Einstellungen, dann „Datenschutz und Sicherheit“.',
        'Lassen Sie unter Kamera und unter Mikrofon Desktop-Apps zu.',
      ],
      ios: [
        'Öffnen Sie die App „Einstellungen“, dann „Datenschutz & Sicherheit“.',
        'Schalten Sie unter Kamera und unter Mikrofon diesen Browser ein.',
      ],
      android: [
        'Öffnen Sie die App „Einstellungen“, dann „Apps“, und wählen Sie diesen Browser.',
        'Erlauben Sie unter „Berechtigungen“ Kamera und Mikrofon.',
      ],
      other: [
        'Öffnen Sie die Datenschutzeinstellungen Ihres Systems.',
        'Erlauben Sie diesem Browser Kamera und Mikrofon.',
      ],
    },
    inUse: 'Beenden Sie andere Anrufe, in anderen Apps und in anderen Tabs.',
    notFound: [
      'Schließen Sie eine Kamera oder ein Mikrofon an.',
      'Prüfen Sie, ob ein Schalter oder eine Abdeckung das Gerät ausschaltet.',
    ],
    turnOnAgain: 'Schalten Sie Kamera oder Mikrofon hier erneut ein.',
    chooseAllow: 'Wenn der Browser fragt, wählen Sie „Zulassen“.',
    page: [
      'Öffnen Sie diesen Anruf in einem eigenen Tab.',
      'Hilft das nicht, bitten Sie den Betreiber dieser Seite, Kamera und Mikrofon zu erlauben.',
    ],
  },
  soundIsBlocked: 'Der Browser hält die anderen stumm.',
  turnOnSound: 'Ton einschalten',
  waitingFor: {
    microphone:
      'Ihr Mikrofon ist noch nicht bereit. Falls der Browser um Erlaubnis fragt, antworten Sie dort.',
    camera: 'Ihre Kamera ist noch nicht bereit. Falls der Browser um Erlaubnis fragt, antworten Sie dort.',
    both: 'Ihr Mikrofon und Ihre Kamera sind noch nicht bereit. Falls der Browser um Erlaubnis fragt, antworten Sie dort.',
  },
  joinWithout: {
    microphone: 'Ohne Mikrofon beitreten',
    camera: 'Ohne Kamera beitreten',
    both: 'Ohne Mikrofon und Kamera beitreten',
  },
  interrupted: {
    microphone: 'Ihr Mikrofon wurde unterbrochen.',
    camera: 'Ihre Kamera wurde unterbrochen.',
    both: 'Ihr Mikrofon und Ihre Kamera wurden unterbrochen.',
  },
  resume: 'Fortsetzen',
  connectionIsPoor: {
    withCamera: 'Ihre Verbindung ist schlecht. Ohne Ihr Bild wird der Ton besser.',
    withoutCamera:
      'Ihre Verbindung ist schlecht. Gehen Sie näher an das WLAN oder schließen Sie, was es sonst nutzt.',
  },
  screenSendingAgain: 'Ihr Bildschirm kommt bei den anderen gerade nicht an. Neuer Versuch …',
  othersGetNothing: 'Ihr Bild und Ton kommen bei den anderen nicht an.',
  turnOffMyCamera: 'Meine Kamera ausschalten',
  inviteOthers: 'Schicken Sie anderen den Link zu diesem Anruf.',
  copyLink: 'Link kopieren',
  linkIsCopied: 'Link kopiert',
  linkToCopy: 'Link zu diesem Anruf',
  invalidConfig: (attribute, problem) =>
    `Dieser Anruf ist nicht richtig eingerichtet: ${attribute} ${problem}.`,
};
