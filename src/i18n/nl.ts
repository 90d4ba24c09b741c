import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('nl', ['one', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Deelnemen',
  joinAgain: 'Opnieuw deelnemen',
  tryAgain: 'Probeer opnieuw',
  joining: 'Verbinden…',
  cancel: 'Annuleren',
  leave: 'Verlaten',
  dismiss: 'Verbergen',
  readyToJoin: 'Klaar om deel te nemen?',
  yourName: 'Je naam',
  you: 'Jij',
  call: 'Videogesprek',
  callControls: 'Gespreksknoppen',
  muteMicrophone: 'Microfoon dempen',
  turnOffCamera: 'Camera uitzetten',
  shareScreen: 'Scherm delen',
  showPreview: 'Voorbeeld tonen',
  playSound: 'Afspelen',
  playingAgain: 'Onderbroken. Nieuwe poging…',
  microphoneIsMuted: 'Microfoon gedempt',
  poorConnection: 'Slechte verbinding',
  pin: (name) => `${name} vastzetten`,
  reconnecting: 'Verbinding verbroken. Opnieuw verbinden…',
  sendingAgain: 'Je beeld en geluid komen nu niet aan bij de anderen. Nieuwe poging…',
  aloneHere: 'Er is hier verder niemand',
  screenOf: (name) => `Scherm van ${name}`,
  unreachable: 'Het gesprek is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
};

export const more: MoreStrings = {
  number,
  close: 'Sluiten',
  settings: 'Instellingen',
  deviceKinds: { camera: 'Camera', microphone: 'Microfoon', speaker: 'Luidspreker' },
  chosenByBrowser: 'Keuze van het systeem',
  turnOnToChoose: 'Zet je camera of microfoon één keer aan om apparaten te kunnen kiezen.',
  useDevice: (label) => `${label} gebruiken`,
  devicePluggedIn: {
    camera: 'Er is nog een camera beschikbaar.',
    microphone: 'Er is nog een microfoon beschikbaar.',
  },
  quality: 'Kwaliteit van mijn beeld',
  qualities: { low: 'Laag: bespaart data', standard: 'Standaard', hd: 'Hoog' },
  qualityOfPage: 'Zoals deze pagina bepaalt',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'is', other: 'zijn' })} hier zonder camera of microfoon`,
  pages: 'Pagina’s',
  previousPage: 'Vorige pagina',
  nextPage: 'Volgende pagina',
  pageOf: (page, pages) => `${number(page)} van ${number(pages)}`,
  effects: 'Effecten',
  beauty: { smooth: 'Gladder', whiten: 'Lichter', rosy: 'Rozer', sharpen: 'Scherper' },
  lowLight: 'Donker beeld lichter maken',
  background: 'Achtergrond',
  backgrounds: {
    none: 'Geen',
    slightBlur: 'Licht vervaagd',
    strongBlur: 'Sterk vervaagd',
    picture: 'Afbeelding…',
  },
  notAPicture: 'Deze afbeelding kan niet worden gebruikt. Kies een andere.',
  resetEffects: 'Effecten herstellen',
  effectsLater: 'Effecten werken zodra je deelneemt. Tot dan zie je je beeld zoals het is.',
  chat: 'Chat',
  messages: 'Berichten',
  noMessages: 'Nog geen berichten',
  message: 'Bericht',
  send: 'Versturen',
  sending: 'Versturen…',
  notSent: 'Niet verstuurd.',
  retry: 'Opnieuw',
  newestMessage: 'Nieuwste bericht',
  newMessages: (count) => plural(count, { one: '# nieuw bericht', other: '# nieuwe berichten' }),
  unreadMessages: (count) => plural(count, { one: '# ongelezen bericht', other: '# ongelezen berichten' }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, { one: '# byte te lang', other: '# bytes te lang' })
      : plural(bytes, { one: 'Nog # byte', other: 'Nog # bytes' }),
  inCallWith: (others) =>
    others === 0
      ? 'Je bent in het gesprek en er is hier verder niemand.'
      : plural(others, {
          one: 'Je bent in het gesprek. Er is # andere persoon.',
          other: 'Je bent in het gesprek. Er zijn # andere personen.',
        }),
  reconnected: 'Weer verbonden.',
  deviceTurnedOn: { camera: 'Camera aan', microphone: 'Microfoon aan', screen: 'Je deelt je scherm' },
  deviceTurnedOff: {
    camera: 'Camera uit',
    microphone: 'Microfoon gedempt',
    screen: 'Je scherm wordt niet meer gedeeld',
  },
  joined: (name) => `${name} neemt nu deel`,
  peopleJoined: (count) =>
    plural(count, { one: '# persoon neemt nu deel', other: '# personen nemen nu deel' }),
  leftCall: (name) => `${name} is weggegaan`,
  peopleLeft: (count) => plural(count, { one: '# persoon is weggegaan', other: '# personen zijn weggegaan' }),
  messageFrom: (name, text) => `Bericht van ${name}: ${text}`,
  movableSelfView: 'Mijn beeld, te verplaatsen met de pijltjestoetsen',
  hideSelfView: 'Mijn beeld verbergen',
  fullscreen: 'Volledig scherm',
  smallWindow: 'Klein venster',
  overHeadings: { ended: 'Je bent niet meer in het gesprek', failed: 'Je bent nog niet in het gesprek' },
  useHere: 'Hier verdergaan',
  microphoneLevel: 'Microfoonniveau',
  testSpeaker: 'Luidspreker testen',
  permissionHelp: {
    howToAllow: 'Zo sta je het toe',
    whatToDo: 'Wat je kunt doen',
    denied: {
      chromium: ['Selecteer het pictogram aan het begin van het adres.', 'Zet daar camera en microfoon aan.'],
      firefox: [
        'Selecteer de doorgestreepte camera of microfoon naast het adres.',
        'Verwijder ‘Geblokkeerd’ bij allebei.',
      ],
      safari: [
        'Kies in het Safari-menu ‘Instellingen voor deze website’.',
        'Zet camera en microfoon op ‘Sta toe’.',
      ],
      ios: [
        'Tik op het symbool aan het begin van het adres.',
        'Open de instellingen van de website en sta camera en microfoon toe.',
      ],
      android: [
        'Tik op het pictogram aan het begin van het adres.',
        'Tik op ‘Rechten’ en sta camera en microfoon toe.',
      ],
      other: [
        'Open de browserinstellingen voor deze site; meestal staan ze naast het adres.',
        'Sta daar camera en microfoon toe.',
      ],
    },
    system: {
      macos: [
        'Open Systeeminstellingen en daarna ‘Privacy en beveiliging’.',
        'Zet onder Camera en onder Microfoon deze browser aan.',
      ],
      windows: [
        'Open de Windows-instellingen en daarna ‘Privacy en beveiliging’.',
        'Geef onder Camera en onder Microfoon bureaublad-apps toegang.',
      ],
      ios: [
        'Open de app Instellingen en daarna ‘Privacy en beveiliging’.',
        'Zet onder Camera en onder Microfoon deze browser aan.',
      ],
      android: [
        'Open de app Instellingen, daarna ‘Apps’, en kies deze browser.',
        'Sta onder ‘Rechten’ camera en microfoon toe.',
      ],
      other: [
        'Open de privacyinstellingen van je systeem.',
        'Sta deze browser toe camera en microfoon te gebruiken.',
      ],
    },
    inUse: 'Sluit andere gesprekken, in andere apps en in andere tabbladen.',
    notFound: [
      'Sluit een camera of microfoon aan.',
      'Controleer of een schakelaar of klepje op het apparaat het uitschakelt.',
    ],
    turnOnAgain: 'Zet je camera of microfoon hier weer aan.',
    chooseAllow: 'Kies ‘Toestaan’ of ‘Sta toe’ als de browser erom vraagt.',
    page: [
      'Open dit gesprek in een eigen tabblad.',
      'Helpt dat niet, vraag dan de beheerder van deze pagina om camera en microfoon toe te staan.',
    ],
  },
  soundIsBlocked: 'De browser blokkeert het geluid van de anderen.',
  turnOnSound: 'Geluid aanzetten',
  interrupted: {
    microphone: 'Je microfoon is onderbroken.',
    camera: 'Je camera is onderbroken.',
    both: 'Je microfoon en camera zijn onderbroken.',
  },
  resume: 'Hervatten',
  connectionIsPoor: {
    withCamera: 'Je verbinding is slecht. Zonder je beeld wordt het geluid beter.',
    withoutCamera: 'Je verbinding is slecht. Ga dichter bij de wifi zitten of sluit wat die ook gebruikt.',
  },
  turnOffMyCamera: 'Mijn camera uitzetten',
  inviteOthers: 'Stuur anderen de link naar dit gesprek.',
  copyLink: 'Link kopiëren',
  linkIsCopied: 'Link gekopieerd',
  linkToCopy: 'Link naar dit gesprek',
  people: 'Personen',
  searchPeople: 'Personen zoeken',
  nobodyFound: 'Niemand heeft deze naam.',
  peopleHere: (count) => plural(count, { one: '# persoon', other: '# personen' }),
  onlySenders: 'Alleen wie camera, microfoon of scherm deelt, staat in de lijst.',
  cameraIsOff: 'Camera uit',
  sharesScreen: 'Deelt het scherm',
  raiseHand: 'Hand opsteken',
  handRaised: 'Hand opgestoken',
  reactions: 'Reacties',
  reactionNames: {
    like: 'Duim omhoog',
    love: 'Hart',
    applause: 'Applaus',
    laugh: 'Lachen',
    wow: 'Verrast',
    party: 'Feest',
  },
  switchCamera: 'Andere camera',
  more: 'Meer',
  shortcuts: 'Sneltoetsen',
  useShortcuts: 'Sneltoetsen gebruiken in het gesprek',
  showStatistics: 'Statistieken op de beelden tonen',
  figures: {
    size: 'Grootte',
    frameRate: 'Beelden/s',
    bitrate: 'Bitsnelheid',
    loss: 'Verlies',
    delay: 'Vertraging',
  },
  errors: {
    'invalid-config': 'Dit gesprek is niet goed ingesteld. Meld het aan de beheerder van deze pagina.',
    'insecure-context': 'Gesprekken werken alleen op beveiligde pagina’s. Open deze pagina met https.',
    unsupported: 'Met deze browser kun je geen gesprekken voeren. Werk hem bij of gebruik een andere.',
    'token-invalid': 'Je uitnodiging voor dit gesprek is niet geaccepteerd. Vraag om een nieuwe link.',
    'token-expired': 'Je uitnodiging voor dit gesprek is verlopen. Vraag om een nieuwe link.',
    'permission-denied':
      'De browser stond het niet toe. Sta het toe in de site-instellingen naast het adres.',
    'device-not-found': 'Er is geen camera of microfoon gevonden. Sluit er een aan en probeer het opnieuw.',
    'device-in-use': 'Een andere app gebruikt het apparaat. Sluit die app en probeer het opnieuw.',
    'device-lost': 'Een apparaat is losgekoppeld. Sluit het weer aan of kies een ander.',
    timeout: 'Dit duurt te lang. Controleer je verbinding en probeer het opnieuw.',
    'room-full': 'Dit gesprek is vol. Probeer het opnieuw als er iemand is weggegaan.',
    'duplicate-login': 'Je neemt al ergens anders deel aan dit gesprek. Allebei tegelijk kan niet.',
    removed: 'Je bent uit dit gesprek verwijderd. Vraag de organisator om een nieuwe link om terug te komen.',
    forbidden: 'Je mag dit gesprek volgen, maar niet meepraten. Vraag de organisator om toestemming.',
    'stream-conflict': 'Je beeld kon niet worden verstuurd. Probeer het opnieuw.',
    'too-many-streams':
      'Er zijn te veel beelden om ze allemaal te tonen. Sommige wachten tot andere verdwijnen.',
    'message-rejected': 'Het bericht is niet verstuurd. Maak het korter of wacht even.',
    aborted: 'De actie is geannuleerd. Probeer het opnieuw wanneer je wilt.',
    engine: 'Er is iets misgegaan. Probeer het opnieuw.',
  },
  deviceErrors: {
    'permission-denied': {
      camera: 'De browser staat de camera niet toe. Sta die toe in de site-instellingen naast het adres.',
      microphone:
        'De browser staat de microfoon niet toe. Sta die toe in de site-instellingen naast het adres.',
      screen:
        'De browser staat scherm delen niet toe. Sta het toe in de instellingen van de browser of het systeem.',
      both: 'De browser staat microfoon en camera niet toe. Sta ze toe in de site-instellingen naast het adres.',
    },
    unsupported: {
      camera:
        'Effecten werken hier niet, dus je beeld wordt onveranderd verstuurd. Probeer een nieuwere browser of een snellere computer.',
      screen: 'Deze browser kan het scherm niet delen. Gebruik een andere.',
    },
    'device-not-found': {
      camera: 'Er is geen camera gevonden. Sluit er een aan en probeer het opnieuw.',
      microphone: 'Er is geen microfoon gevonden. Sluit er een aan en probeer het opnieuw.',
      screen: 'Er is geen scherm om te delen. Gebruik daarvoor een andere computer.',
      both: 'Er is geen microfoon en geen camera gevonden. Sluit ze aan en probeer het opnieuw.',
      speaker: 'Deze luidspreker is niet gevonden. Kies een andere.',
    },
    'device-in-use': {
      camera: 'Een andere app gebruikt de camera. Sluit die app en probeer het opnieuw.',
      microphone: 'Een andere app gebruikt de microfoon. Sluit die app en probeer het opnieuw.',
      screen: 'Het scherm kon niet worden opgenomen. Kies een ander venster of scherm.',
      both: 'Een andere app gebruikt de microfoon en de camera. Sluit die app en probeer het opnieuw.',
    },
    'device-lost': {
      camera: 'Je camera is losgekoppeld. Sluit hem weer aan of kies een andere.',
      microphone: 'Je microfoon is losgekoppeld. Sluit hem weer aan of kies een andere.',
      screen: 'Je scherm wordt niet meer gedeeld. Deel het opnieuw als je wilt.',
      both: 'Je microfoon en camera zijn losgekoppeld. Sluit ze weer aan of kies andere.',
    },
  },
  denials: {
    dismissed:
      'De vraag van de browser bleef onbeantwoord. Zet het apparaat weer aan om hem opnieuw te krijgen.',
    system:
      'Het systeem geeft de browser geen toegang. Sta het toe in de privacyinstellingen van het systeem.',
    page: 'Deze pagina mag het apparaat niet gebruiken. Neem contact op met de beheerder.',
  },
  ends: {
    left: 'Je hebt het gesprek verlaten.',
    removed: 'Je bent uit het gesprek verwijderd. Vraag de organisator om een nieuwe link om terug te komen.',
    'duplicate-login': 'Je neemt ergens anders deel aan dit gesprek, dus is het hier beëindigd.',
    'token-expired': 'Je uitnodiging is verlopen. Vraag om een nieuwe link.',
    'network-lost': 'De verbinding is verbroken. Controleer die en probeer het opnieuw.',
    'room-full': 'Dit gesprek is vol. Probeer het opnieuw als er iemand is weggegaan.',
    failed: 'Het gesprek is beëindigd door een fout.',
  },
  invalidConfig: (attribute, problem) => `Dit gesprek is niet goed ingesteld: ${attribute} ${problem}.`,
};
