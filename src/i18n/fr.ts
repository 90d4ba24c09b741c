import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('fr', ['one', 'many', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Rejoindre',
  joinAgain: 'Rejoindre à nouveau',
  tryAgain: 'Réessayer',
  joining: 'Connexion…',
  cancel: 'Annuler',
  leave: 'Quitter',
  dismiss: 'Ignorer',
  readyToJoin: 'On y va\u202f?',
  yourName: 'Votre nom',
  you: 'Vous',
  call: 'Appel vidéo',
  callControls: 'Commandes de l’appel',
  muteMicrophone: 'Couper le micro',
  turnOffCamera: 'Couper la caméra',
  shareScreen: 'Partager l’écran',
  showPreview: 'Afficher l’aperçu',
  playSound: 'Lire',
  playingAgain: 'Interruption. Nouvel essai…',
  microphoneIsMuted: 'Micro coupé',
  poorConnection: 'Mauvaise connexion',
  pin: (name) => `Épingler ${name}`,
  reconnecting: 'Connexion perdue. Reconnexion…',
  sendingAgain: 'Les autres ne reçoivent pas votre image ni votre son en ce moment. Nouvel essai…',
  aloneHere: 'Il n’y a que vous ici',
  screenOf: (name) => `Écran partagé par ${name}`,
  unreachable: 'Impossible de joindre l’appel. Vérifiez votre connexion et réessayez.',
};

export const more: MoreStrings = {
  number,
  close: 'Fermer',
  settings: 'Paramètres',
  deviceKinds: { camera: 'Caméra', microphone: 'Micro', speaker: 'Haut-parleur' },
  chosenByBrowser: 'Choix du système',
  turnOnToChoose: 'Activez une fois votre caméra ou votre micro pour choisir entre les appareils.',
  useDevice: (label) => `Utiliser ${label}`,
  devicePluggedIn: {
    camera: 'Une autre caméra est disponible.',
    microphone: 'Un autre micro est disponible.',
  },
  deviceReplaced: {
    camera: (label) => `Votre caméra a été débranchée. Les autres vous voient maintenant avec ${label}.`,
    microphone: (label) => `Votre micro a été débranché. Les autres vous entendent maintenant avec ${label}.`,
  },
  quality: 'Qualité de mon image',
  qualities: { low: 'Basse\u202f: économise les données', standard: 'Standard', hd: 'Haute' },
  qualityOfPage: 'Définie par cette page',
  language: 'Langue',
  languageOfPage: 'Celle de cette page',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'est', many: 'sont', other: 'sont' })} là sans caméra ni micro`,
  pages: 'Pages',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  pageOf: (page, pages) => `${number(page)} sur ${number(pages)}`,
  effects: 'Effets',
  beauty: { smooth: 'Lissage', whiten: 'Teint clair', rosy: 'Teint rosé', sharpen: 'Netteté' },
  lowLight: 'Éclaircir une image sombre',
  background: 'Arrière-plan',
  backgrounds: { none: 'Aucun', slightBlur: 'Flou léger', strongBlur: 'Flou fort', picture: 'Image…' },
  notAPicture: 'Cette image ne peut pas être utilisée. Choisissez-en une autre.',
  resetEffects: 'Réinitialiser les effets',
  effectsLater:
    'Les effets s’appliquent dès que vous rejoignez l’appel. D’ici là, vous voyez votre image telle quelle.',
  chat: 'Chat',
  messages: 'Messages',
  noMessages: 'Aucun message pour le moment',
  message: 'Message',
  send: 'Envoyer',
  sending: 'Envoi…',
  notSent: 'Non envoyé.',
  retry: 'Réessayer',
  newestMessage: 'Dernier message',
  newMessages: (count) =>
    plural(count, {
      one: '# nouveau message',
      many: '# de nouveaux messages',
      other: '# nouveaux messages',
    }),
  unreadMessages: (count) =>
    plural(count, { one: '# message non lu', many: '# de messages non lus', other: '# messages non lus' }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, {
          one: 'Trop long de # octet',
          many: 'Trop long de # d’octets',
          other: 'Trop long de # octets',
        })
      : plural(bytes, {
          one: 'Il reste # octet',
          many: 'Il reste # d’octets',
          other: 'Il reste # octets',
        }),
  inCallWith: (others) =>
    others === 0
      ? 'Vous êtes dans l’appel, et il n’y a que vous ici.'
      : plural(others, {
          one: 'Vous êtes dans l’appel. # autre personne est là.',
          many: 'Vous êtes dans l’appel. # d’autres personnes sont là.',
          other: 'Vous êtes dans l’appel. # autres personnes sont là.',
        }),
  reconnected: 'Connexion rétablie.',
  deviceTurnedOn: {
    camera: 'Caméra activée',
    microphone: 'Micro activé',
    screen: 'Vous partagez votre écran',
  },
  deviceTurnedOff: {
    camera: 'Caméra coupée',
    microphone: 'Micro coupé',
    screen: 'Votre écran n’est plus partagé',
  },
  joined: (name) => `${name} a rejoint l’appel`,
  peopleJoined: (count) =>
    plural(count, {
      one: '# personne a rejoint l’appel',
      many: '# de personnes ont rejoint l’appel',
      other: '# personnes ont rejoint l’appel',
    }),
  leftCall: (name) => `${name} a quitté l’appel`,
  peopleLeft: (count) =>
    plural(count, {
      one: '# personne a quitté l’appel',
      many: '# de personnes ont quitté l’appel',
      other: '# personnes ont quitté l’appel',
    }),
  messageFrom: (name, text) => `${name} écrit\u202f: ${text}`,
  movableSelfView: 'Mon image, à déplacer avec les touches fléchées',
  hideSelfView: 'Masquer mon image',
  fullscreen: 'Plein écran',
  smallWindow: 'Petite fenêtre',
  overHeadings: {
    ended: 'Vous n’êtes plus dans l’appel',
    failed: 'Vous n’êtes pas encore dans l’appel',
  },
  useHere: 'Continuer ici',
  turnedOffBy: {
    camera: (name) => `${name} a coupé votre caméra.`,
    microphone: (name) => `${name} a coupé votre micro.`,
  },
  removedBy: (name) => `${name} vous a fait quitter l’appel.`,
  reasonGiven: (reason) => `Motif indiqué\u202f: ${reason}`,
  microphoneLevel: 'Niveau du micro',
  testSpeaker: 'Tester le haut-parleur',
  permissionHelp: {
    howToAllow: 'Comment l’autoriser',
    whatToDo: 'Ce que vous pouvez faire',
    denied: {
      chromium: ['Sélectionnez l’icône au début de l’adresse.', 'Activez-y la caméra et le micro.'],
      firefox: [
        'Sélectionnez la caméra barrée ou le micro barré à côté de l’adresse.',
        'Supprimez « Bloqué » pour les deux.',
      ],
      safari: [
        'Dans le menu Safari, choisissez « Réglages pour ce site web ».',
        'Réglez la caméra et le micro sur « Autoriser ».',
      ],
      ios: [
        'Touchez l’icône au début de l’adresse.',
        'Ouvrez les réglages du site web, puis autorisez l’appareil photo et le micro.',
      ],
      android: [
        'Appuyez sur l’icône au début de l’adresse.',
        'Appuyez sur « Autorisations », puis autorisez l’appareil photo et le micro.',
      ],
      other: [
        'Ouvrez les paramètres du navigateur pour ce site, souvent à côté de l’adresse.',
        'Autorisez-y la caméra et le micro.',
      ],
    },
    system: {
      macos: [
        'Ouvrez Réglages Système, puis « Confidentialité et sécurité ».',
        'Sous Caméra et sous Microphone, activez ce navigateur.',
      ],
      windows: [
        'Ouvrez les Paramètres de Windows, puis « Confidentialité et sécurité ».',
        'Sous Caméra et sous Microphone, autorisez l’accès des applications de bureau.',
      ],
      ios: [
        'Ouvrez l’app Réglages, puis « Confidentialité et sécurité ».',
        'Sous Appareil photo et sous Micro, activez ce navigateur.',
      ],
      android: [
        'Ouvrez l’application Paramètres, puis « Applications », et choisissez ce navigateur.',
        'Sous « Autorisations », autorisez l’appareil photo et le micro.',
      ],
      other: [
        'Ouvrez les paramètres de confidentialité de votre système.',
        'Autorisez ce navigateur à utiliser la caméra et le micro.',
      ],
    },
    inUse: 'Fermez les autres appels, dans les autres applications et les autres onglets.',
    notFound: [
      'Branchez une caméra ou un micro.',
      'Vérifiez qu’aucun interrupteur ni cache sur l’appareil ne le désactive.',
    ],
    turnOnAgain: 'Réactivez ici votre caméra ou votre micro.',
    chooseAllow: 'Quand le navigateur pose la question, choisissez « Autoriser ».',
    page: [
      'Ouvrez cet appel dans son propre onglet.',
      'Si cela ne suffit pas, demandez au responsable de cette page d’autoriser la caméra et le micro.',
    ],
  },
  soundIsBlocked: 'Le navigateur bloque le son des autres.',
  turnOnSound: 'Activer le son',
  waitingFor: {
    microphone: 'Votre micro n’est pas encore prêt. Si le navigateur demande une autorisation, répondez-y.',
    camera: 'Votre caméra n’est pas encore prête. Si le navigateur demande une autorisation, répondez-y.',
    both: 'Votre micro et votre caméra ne sont pas encore prêts. Si le navigateur demande une autorisation, répondez-y.',
  },
  joinWithout: {
    microphone: 'Rejoindre sans micro',
    camera: 'Rejoindre sans caméra',
    both: 'Rejoindre sans micro ni caméra',
  },
  interrupted: {
    microphone: 'Votre micro a été interrompu.',
    camera: 'Votre caméra a été interrompue.',
    both: 'Votre micro et votre caméra ont été interrompus.',
  },
  resume: 'Reprendre',
  connectionIsPoor: {
    withCamera: 'Votre connexion est mauvaise. Sans votre image, le son sera meilleur.',
    withoutCamera: 'Votre connexion est mauvaise. Rapprochez-vous du Wi-Fi ou fermez ce qui l’utilise aussi.',
  },
  screenSendingAgain: 'Les autres ne reçoivent pas votre écran en ce moment. Nouvel essai…',
  othersGetNothing: 'Les autres ne reçoivent pas votre image ni votre son.',
  turnOffMyCamera: 'Couper ma caméra',
  inviteOthers: 'Envoyez à d’autres le lien de cet appel.',
  copyLink: 'Copier le lien',
  linkIsCopied: 'Lien copié',
  linkToCopy: 'Lien de cet appel',
  people: 'Personnes',
  searchPeople: 'Rechercher des personnes',
  nobodyFound: 'Personne ne porte ce nom.',
  peopleHere: (count) => plural(count, { one: '# personne', many: '# de personnes', other: '# personnes' }),
  onlySenders: 'Seules les personnes avec caméra, micro ou écran partagé sont affichées.',
  cameraIsOff: 'Caméra coupée',
  videoPaused: 'Vidéo en pause',
  volumeOf: (name) => `Volume de ${name}`,
  muteForMe: 'Couper le son pour moi',
  mutedForYou: 'Son coupé pour vous',
  quieterForYou: 'Son réduit pour vous',
  sharesScreen: 'Partage son écran',
  raiseHand: 'Lever la main',
  handRaised: 'Main levée',
  reactions: 'Réactions',
  reactionNames: {
    like: 'Pouce levé',
    love: 'Cœur',
    applause: 'Bravo',
    laugh: 'Rire',
    wow: 'Surprise',
    party: 'Fête',
  },
  switchCamera: 'Changer de caméra',
  more: 'Plus',
  shortcuts: 'Raccourcis clavier',
  useShortcuts: 'Utiliser les raccourcis dans l’appel',
  showStatistics: 'Afficher les statistiques sur les images',
  figures: { size: 'Taille', frameRate: 'Images/s', bitrate: 'Débit', loss: 'Pertes', delay: 'Délai' },
  errors: {
    'invalid-config': 'Cet appel n’est pas configuré correctement. Prévenez le responsable de cette page.',
    'insecure-context':
      'Les appels ne fonctionnent que sur des pages sécurisées. Ouvrez cette page avec https.',
    unsupported:
      'Ce navigateur ne permet pas de passer des appels. Mettez-le à jour ou utilisez-en un autre.',
    'token-invalid': 'Votre invitation à cet appel n’a pas été acceptée. Demandez un nouveau lien.',
    'token-expired': 'Votre invitation à cet appel a expiré. Demandez un nouveau lien.',
    'permission-denied':
      'Le navigateur ne l’a pas autorisé. Autorisez-le dans les paramètres du site, à côté de l’adresse.',
    'device-not-found': 'Aucune caméra ni aucun micro détecté. Branchez un appareil et réessayez.',
    'device-in-use': 'Une autre application utilise l’appareil. Fermez-la et réessayez.',
    'device-lost': 'Un appareil a été débranché. Rebranchez-le ou choisissez-en un autre.',
    timeout: 'Cela prend trop de temps. Vérifiez votre connexion et réessayez.',
    'room-full': 'Cet appel est complet. Réessayez quand quelqu’un sera parti.',
    'duplicate-login': 'Vous êtes déjà dans cet appel ailleurs. Les deux à la fois sont impossibles.',
    removed: 'On vous a fait quitter cet appel. Demandez un nouveau lien à l’organisateur pour revenir.',
    forbidden: 'Vous pouvez regarder cet appel, mais pas y parler. Demandez l’autorisation à l’organisateur.',
    'stream-conflict': 'Votre image n’a pas pu être envoyée. Réessayez.',
    'too-many-streams':
      'Il y a trop d’images pour les afficher toutes. Certaines attendent que d’autres disparaissent.',
    'message-rejected': 'Le message n’a pas été envoyé. Raccourcissez-le ou patientez un instant.',
    aborted: 'L’opération a été annulée. Réessayez quand vous voulez.',
    engine: 'Un problème est survenu. Réessayez.',
  },
  deviceErrors: {
    'permission-denied': {
      camera:
        'Le navigateur n’autorise pas la caméra. Autorisez-la dans les paramètres du site, à côté de l’adresse.',
      microphone:
        'Le navigateur n’autorise pas le micro. Autorisez-le dans les paramètres du site, à côté de l’adresse.',
      screen:
        'Le navigateur n’autorise pas le partage d’écran. Autorisez-le dans ses paramètres ou ceux du système.',
      both: 'Le navigateur n’autorise ni le micro ni la caméra. Autorisez-les dans les paramètres du site, à côté de l’adresse.',
    },
    unsupported: {
      camera:
        'Les effets ne fonctionnent pas ici, votre image est donc envoyée telle quelle. Essayez un navigateur plus récent ou un ordinateur plus rapide.',
      screen: 'Ce navigateur ne peut pas partager l’écran. Utilisez-en un autre.',
    },
    'device-not-found': {
      camera: 'Aucune caméra détectée. Branchez-en une et réessayez.',
      microphone: 'Aucun micro détecté. Branchez-en un et réessayez.',
      screen: 'Il n’y a aucun écran à partager. Utilisez un autre ordinateur pour cela.',
      both: 'Ni micro ni caméra détectés. Branchez-les et réessayez.',
      speaker: 'Ce haut-parleur est introuvable. Choisissez-en un autre.',
    },
    'device-in-use': {
      camera: 'Une autre application utilise la caméra. Fermez-la et réessayez.',
      microphone: 'Une autre application utilise le micro. Fermez-la et réessayez.',
      screen: 'L’écran n’a pas pu être capturé. Choisissez une autre fenêtre ou un autre écran.',
      both: 'Une autre application utilise le micro et la caméra. Fermez-la et réessayez.',
    },
    'device-lost': {
      camera: 'Votre caméra a été débranchée. Rebranchez-la ou choisissez-en une autre.',
      microphone: 'Votre micro a été débranché. Rebranchez-le ou choisissez-en un autre.',
      screen: 'Votre écran n’est plus partagé. Partagez-le à nouveau si vous le souhaitez.',
      both: 'Votre micro et votre caméra ont été débranchés. Rebranchez-les ou choisissez-en d’autres.',
    },
  },
  denials: {
    dismissed:
      'La question du navigateur est restée sans réponse. Réactivez l’appareil pour qu’il la pose à nouveau.',
    system:
      'Le système refuse l’accès au navigateur. Autorisez-le dans les paramètres de confidentialité du système.',
    page: 'Cette page n’a pas le droit d’utiliser l’appareil. Adressez-vous à son responsable.',
  },
  ends: {
    left: 'Vous avez quitté l’appel.',
    removed: 'On vous a fait quitter l’appel. Demandez un nouveau lien à l’organisateur pour revenir.',
    'duplicate-login': 'Vous avez rejoint cet appel ailleurs, il s’est donc terminé ici.',
    'token-expired': 'Votre invitation a expiré. Demandez un nouveau lien.',
    'network-lost': 'La connexion a été perdue. Vérifiez-la et réessayez.',
    'room-full': 'Cet appel est complet. Réessayez quand quelqu’un sera parti.',
    failed: 'L’appel s’est terminé à cause d’une erreur.',
  },
  invalidConfig: (attribute, problem) =>
    `Cet appel n’est pas configuré correctement\u202f: ${attribute} ${problem}.`,
};
