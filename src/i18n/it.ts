import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('it', ['one', 'many', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Partecipa',
  joinAgain: 'Partecipa di nuovo',
  tryAgain: 'Riprova',
  joining: 'Connessione…',
  cancel: 'Annulla',
  leave: 'Esci',
  dismiss: 'Ignora',
  readyToJoin: 'Vuoi partecipare?',
  yourName: 'Il tuo nome',
  you: 'Tu',
  call: 'Videochiamata',
  callControls: 'Controlli della chiamata',
  muteMicrophone: 'Disattiva microfono',
  turnOffCamera: 'Disattiva videocamera',
  shareScreen: 'Condividi schermo',
  showPreview: 'Mostra anteprima',
  playSound: 'Riproduci',
  playingAgain: 'Interruzione. Nuovo tentativo…',
  microphoneIsMuted: 'Microfono disattivato',
  poorConnection: 'Connessione debole',
  pin: (name) => `Fissa ${name}`,
  reconnecting: 'Connessione persa. Riconnessione…',
  sendingAgain: 'Al momento gli altri non ricevono la tua immagine e il tuo audio. Nuovo tentativo…',
  aloneHere: 'Qui non c’è nessun altro',
  screenOf: (name) => `Schermo di ${name}`,
  unreachable: 'Impossibile raggiungere la chiamata. Controlla la connessione e riprova.',
};

export const more: MoreStrings = {
  number,
  close: 'Chiudi',
  settings: 'Impostazioni',
  deviceKinds: { camera: 'Videocamera', microphone: 'Microfono', speaker: 'Altoparlante' },
  chosenByBrowser: 'Scelta del sistema',
  turnOnToChoose: 'Attiva una volta la videocamera o il microfono per scegliere tra i dispositivi.',
  useDevice: (label) => `Usa ${label}`,
  devicePluggedIn: {
    camera: 'È disponibile un’altra videocamera.',
    microphone: 'È disponibile un altro microfono.',
  },
  deviceReplaced: {
    camera: (label) => `La tua videocamera è stata scollegata. Ora gli altri ti vedono con ${label}.`,
    microphone: (label) => `Il tuo microfono è stato scollegato. Ora gli altri ti sentono con ${label}.`,
  },
  quality: 'Qualità della mia immagine',
  qualities: { low: 'Bassa: risparmia dati', standard: 'Standard', hd: 'Alta' },
  qualityOfPage: 'Definita da questa pagina',
  language: 'Lingua',
  languageOfPage: 'Quella di questa pagina',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'è', many: 'sono', other: 'sono' })} qui senza videocamera né microfono`,
  pages: 'Pagine',
  previousPage: 'Pagina precedente',
  nextPage: 'Pagina successiva',
  pageOf: (page, pages) => `${number(page)} di ${number(pages)}`,
  effects: 'Effetti',
  beauty: { smooth: 'Pelle liscia', whiten: 'Schiarimento', rosy: 'Tono roseo', sharpen: 'Nitidezza' },
  lowLight: 'Schiarisci un’immagine scura',
  background: 'Sfondo',
  backgrounds: {
    none: 'Nessuno',
    slightBlur: 'Sfocatura leggera',
    strongBlur: 'Sfocatura forte',
    picture: 'Immagine…',
  },
  notAPicture: 'Questa immagine non può essere usata. Scegline un’altra.',
  resetEffects: 'Reimposta effetti',
  effectsLater: 'Gli effetti si applicano quando partecipi. Fino ad allora vedi la tua immagine così com’è.',
  chat: 'Chat',
  messages: 'Messaggi',
  noMessages: 'Ancora nessun messaggio',
  message: 'Messaggio',
  send: 'Invia',
  sending: 'Invio…',
  notSent: 'Non inviato.',
  retry: 'Riprova',
  newestMessage: 'Messaggio più recente',
  newMessages: (count) =>
    plural(count, { one: '# nuovo messaggio', many: '# di nuovi messaggi', other: '# nuovi messaggi' }),
  unreadMessages: (count) =>
    plural(count, {
      one: '# messaggio non letto',
      many: '# di messaggi non letti',
      other: '# messaggi non letti',
    }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, {
          one: 'Troppo lungo di # byte',
          many: 'Troppo lungo di # di byte',
          other: 'Troppo lungo di # byte',
        })
      : plural(bytes, {
          one: '# byte rimanente',
          many: '# di byte rimanenti',
          other: '# byte rimanenti',
        }),
  inCallWith: (others) =>
    others === 0
      ? 'Sei nella chiamata e qui non c’è nessun altro.'
      : plural(others, {
          one: 'Sei nella chiamata. C’è # altra persona.',
          many: 'Sei nella chiamata. Ci sono # di altre persone.',
          other: 'Sei nella chiamata. Ci sono altre # persone.',
        }),
  reconnected: 'Connessione ristabilita.',
  deviceTurnedOn: {
    camera: 'Videocamera attivata',
    microphone: 'Microfono attivato',
    screen: 'Stai condividendo il tuo schermo',
  },
  deviceTurnedOff: {
    camera: 'Videocamera disattivata',
    microphone: 'Microfono disattivato',
    screen: 'Il tuo schermo non è più condiviso',
  },
  joined: (name) => `${name} partecipa alla chiamata`,
  peopleJoined: (count) =>
    plural(count, {
      one: 'Si è aggiunta # persona',
      many: 'Si sono aggiunte # di persone',
      other: 'Si sono aggiunte # persone',
    }),
  leftCall: (name) => `${name} ha lasciato la chiamata`,
  peopleLeft: (count) =>
    plural(count, {
      one: '# persona ha lasciato la chiamata',
      many: '# di persone hanno lasciato la chiamata',
      other: '# persone hanno lasciato la chiamata',
    }),
  messageFrom: (name, text) => `Messaggio di ${name}: ${text}`,
  movableSelfView: 'La mia immagine, da spostare con i tasti freccia',
  hideSelfView: 'Nascondi la mia immagine',
  fullscreen: 'Schermo intero',
  smallWindow: 'Finestra piccola',
  overHeadings: { ended: 'Non sei più nella chiamata', failed: 'Non sei ancora nella chiamata' },
  useHere: 'Continua qui',
  turnedOffBy: {
    camera: (name) => `${name} ha disattivato la tua videocamera.`,
    microphone: (name) => `${name} ha disattivato il tuo microfono.`,
  },
  removedBy: (name) => `${name} ti ha rimosso dalla chiamata.`,
  reasonGiven: (reason) => `Motivo indicato: ${reason}`,
  microphoneLevel: 'Livello del microfono',
  testSpeaker: 'Prova altoparlante',
  permissionHelp: {
    howToAllow: 'Come consentirlo',
    whatToDo: 'Che cosa puoi fare',
    denied: {
      chromium: ['Seleziona l’icona all’inizio dell’indirizzo.', 'Attiva lì la videocamera e il microfono.'],
      firefox: [
        'Seleziona la videocamera o il microfono barrati accanto all’indirizzo.',
        'Rimuovi «Bloccato» per entrambi.',
      ],
      safari: [
        'Nel menu Safari, scegli «Impostazioni per questo sito web».',
        'Imposta videocamera e microfono su «Consenti».',
      ],
      ios: [
        'Tocca l’icona all’inizio dell’indirizzo.',
        'Apri le impostazioni del sito web e consenti fotocamera e microfono.',
      ],
      android: [
        'Tocca l’icona all’inizio dell’indirizzo.',
        'Tocca «Autorizzazioni» e consenti fotocamera e microfono.',
      ],
      other: [
        'Apri le impostazioni del browser per questo sito, di solito accanto all’indirizzo.',
        'Consenti lì videocamera e microfono.',
      ],
    },
    system: {
      macos: [
        'Apri Impostazioni di Sistema, poi «Privacy e sicurezza».',
        'In Fotocamera e in Microfono, attiva questo browser.',
      ],
      windows: [
        'Apri le Impostazioni di Windows, poi «Privacy e sicurezza».',
        'In Fotocamera e in Microfono, consenti l’accesso alle app desktop.',
      ],
      ios: [
        'Apri l’app Impostazioni, poi «Privacy e sicurezza».',
        'In Fotocamera e in Microfono, attiva questo browser.',
      ],
      android: [
        'Apri l’app Impostazioni, poi «App», e scegli questo browser.',
        'In «Autorizzazioni», consenti fotocamera e microfono.',
      ],
      other: [
        'Apri le impostazioni della privacy del sistema.',
        'Consenti a questo browser di usare la videocamera e il microfono.',
      ],
    },
    inUse: 'Chiudi le altre chiamate, in altre app e in altre schede.',
    notFound: [
      'Collega una videocamera o un microfono.',
      'Controlla che nessun interruttore o copertura sul dispositivo lo disattivi.',
    ],
    turnOnAgain: 'Riattiva qui la videocamera o il microfono.',
    chooseAllow: 'Quando il browser lo chiede, scegli «Consenti».',
    page: [
      'Apri questa chiamata in una scheda a parte.',
      'Se non basta, chiedi a chi gestisce questa pagina di consentire videocamera e microfono.',
    ],
  },
  soundIsBlocked: 'Il browser blocca l’audio degli altri.',
  turnOnSound: 'Attiva audio',
  waitingFor: {
    microphone: 'Il tuo microfono non è ancora pronto. Se il browser chiede il permesso, rispondi lì.',
    camera: 'La tua videocamera non è ancora pronta. Se il browser chiede il permesso, rispondi lì.',
    both: 'Il tuo microfono e la tua videocamera non sono ancora pronti. Se il browser chiede il permesso, rispondi lì.',
  },
  joinWithout: {
    microphone: 'Partecipa senza microfono',
    camera: 'Partecipa senza videocamera',
    both: 'Partecipa senza microfono e videocamera',
  },
  interrupted: {
    microphone: 'Il tuo microfono è stato interrotto.',
    camera: 'La tua videocamera è stata interrotta.',
    both: 'Il tuo microfono e la tua videocamera sono stati interrotti.',
  },
  resume: 'Riprendi',
  connectionIsPoor: {
    withCamera: 'La tua connessione è debole. Senza la tua immagine, l’audio migliora.',
    withoutCamera: 'La tua connessione è debole. Avvicinati al Wi-Fi o chiudi ciò che lo sta usando.',
  },
  screenSendingAgain: 'Al momento gli altri non ricevono il tuo schermo. Nuovo tentativo…',
  othersGetNothing: 'Gli altri non ricevono la tua immagine e il tuo audio.',
  turnOffMyCamera: 'Disattiva la mia videocamera',
  inviteOthers: 'Invia ad altri il link a questa chiamata.',
  copyLink: 'Copia link',
  linkIsCopied: 'Link copiato',
  linkToCopy: 'Link a questa chiamata',
  people: 'Persone',
  searchPeople: 'Cerca persone',
  nobodyFound: 'Nessuno ha questo nome.',
  peopleHere: (count) => plural(count, { one: '# persona', many: '# di persone', other: '# persone' }),
  onlySenders: 'È elencato solo chi usa videocamera, microfono o schermo.',
  cameraIsOff: 'Videocamera disattivata',
  videoPaused: 'Video in pausa',
  volumeOf: (name) => `Volume di ${name}`,
  muteForMe: 'Disattiva l’audio per me',
  mutedForYou: 'Audio disattivato per te',
  quieterForYou: 'Audio più basso per te',
  sharesScreen: 'Condivide lo schermo',
  raiseHand: 'Alza la mano',
  handRaised: 'Mano alzata',
  reactions: 'Reazioni',
  reactionNames: {
    like: 'Pollice in su',
    love: 'Cuore',
    applause: 'Applauso',
    laugh: 'Risata',
    wow: 'Sorpresa',
    party: 'Festa',
  },
  switchCamera: 'Cambia videocamera',
  more: 'Altro',
  shortcuts: 'Scorciatoie da tastiera',
  useShortcuts: 'Usa le scorciatoie nella chiamata',
  showStatistics: 'Mostra le statistiche sulle immagini',
  figures: {
    size: 'Dimensioni',
    frameRate: 'Fotogrammi/s',
    bitrate: 'Bitrate',
    loss: 'Perdita',
    delay: 'Ritardo',
  },
  errors: {
    'invalid-config': 'Questa chiamata non è configurata correttamente. Avvisa chi gestisce questa pagina.',
    'insecure-context': 'Le chiamate funzionano solo su pagine sicure. Apri questa pagina con https.',
    unsupported: 'Questo browser non permette di fare chiamate. Aggiornalo o usane un altro.',
    'token-invalid': 'Il tuo invito a questa chiamata non è stato accettato. Chiedi un nuovo link.',
    'token-expired': 'Il tuo invito a questa chiamata è scaduto. Chiedi un nuovo link.',
    'permission-denied':
      'Il browser non lo ha consentito. Consentilo nelle impostazioni del sito, accanto all’indirizzo.',
    'device-not-found':
      'Non è stata trovata alcuna videocamera né alcun microfono. Collega un dispositivo e riprova.',
    'device-in-use': 'Un’altra app sta usando il dispositivo. Chiudila e riprova.',
    'device-lost': 'Un dispositivo è stato scollegato. Ricollegalo o scegline un altro.',
    timeout: 'L’operazione richiede troppo tempo. Controlla la connessione e riprova.',
    'room-full': 'Questa chiamata è al completo. Riprova quando qualcuno è uscito.',
    'duplicate-login': 'Sei già in questa chiamata altrove. Non è possibile in entrambi i posti.',
    removed:
      'Qualcuno ti ha rimosso da questa chiamata. Chiedi un nuovo link a chi la organizza per rientrare.',
    forbidden: 'Puoi guardare questa chiamata, ma non parlare. Chiedi il permesso a chi la organizza.',
    'stream-conflict': 'Non è stato possibile inviare la tua immagine. Riprova.',
    'too-many-streams': 'Ci sono troppe immagini per mostrarle tutte. Alcune aspettano che altre scompaiano.',
    'message-rejected': 'Il messaggio non è stato inviato. Accorcialo o aspetta un momento.',
    aborted: 'L’operazione è stata annullata. Riprova quando vuoi.',
    engine: 'Qualcosa è andato storto. Riprova.',
  },
  deviceErrors: {
    'permission-denied': {
      camera:
        'Il browser non consente la videocamera. Consentila nelle impostazioni del sito, accanto all’indirizzo.',
      microphone:
        'Il browser non consente il microfono. Consentilo nelle impostazioni del sito, accanto all’indirizzo.',
      screen:
        'Il browser non consente di condividere lo schermo. Consentilo nelle sue impostazioni o in quelle del sistema.',
      both: 'Il browser non consente microfono e videocamera. Consentili nelle impostazioni del sito, accanto all’indirizzo.',
    },
    unsupported: {
      camera:
        'Gli effetti non funzionano qui, quindi la tua immagine viene inviata così com’è. Prova un browser più recente o un computer più veloce.',
      screen: 'Questo browser non può condividere lo schermo. Usane un altro.',
    },
    'device-not-found': {
      camera: 'Non è stata trovata alcuna videocamera. Collegane una e riprova.',
      microphone: 'Non è stato trovato alcun microfono. Collegane uno e riprova.',
      screen: 'Non c’è alcuno schermo da condividere. Usa un altro computer per farlo.',
      both: 'Non sono stati trovati né microfono né videocamera. Collegali e riprova.',
      speaker: 'Questo altoparlante non è stato trovato. Scegline un altro.',
    },
    'device-in-use': {
      camera: 'Un’altra app sta usando la videocamera. Chiudila e riprova.',
      microphone: 'Un’altra app sta usando il microfono. Chiudila e riprova.',
      screen: 'Non è stato possibile acquisire lo schermo. Scegli un’altra finestra o un altro schermo.',
      both: 'Un’altra app sta usando microfono e videocamera. Chiudila e riprova.',
    },
    'device-lost': {
      camera: 'La tua videocamera è stata scollegata. Ricollegala o scegline un’altra.',
      microphone: 'Il tuo microfono è stato scollegato. Ricollegalo o scegline un altro.',
      screen: 'Il tuo schermo non è più condiviso. Condividilo di nuovo, se vuoi.',
      both: 'Il tuo microfono e la tua videocamera sono stati scollegati. Ricollegali o scegline altri.',
    },
  },
  denials: {
    dismissed:
      'La richiesta del browser è rimasta senza risposta. Riattiva il dispositivo per riceverla di nuovo.',
    system: 'Il sistema nega l’accesso al browser. Consentilo nelle impostazioni della privacy del sistema.',
    page: 'Questa pagina non può usare il dispositivo. Rivolgiti a chi la gestisce.',
  },
  ends: {
    left: 'Hai lasciato la chiamata.',
    removed: 'Qualcuno ti ha rimosso dalla chiamata. Chiedi un nuovo link a chi la organizza per rientrare.',
    'duplicate-login': 'Partecipi a questa chiamata altrove, quindi qui è terminata.',
    'token-expired': 'Il tuo invito è scaduto. Chiedi un nuovo link.',
    'network-lost': 'La connessione è stata persa. Controllala e riprova.',
    'room-full': 'Questa chiamata è al completo. Riprova quando qualcuno è uscito.',
    failed: 'La chiamata è terminata a causa di un errore.',
  },
  invalidConfig: (attribute, problem) =>
    `Questa chiamata non è configurata correttamente: ${attribute} ${problem}.`,
};
