import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('es', ['one', 'many', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Unirse',
  joinAgain: 'Volver a unirse',
  tryAgain: 'Reintentar',
  joining: 'Conectando…',
  cancel: 'Cancelar',
  leave: 'Salir',
  dismiss: 'Descartar',
  readyToJoin: '¿Todo listo para unirse?',
  yourName: 'Su nombre',
  you: 'Usted',
  call: 'Videollamada',
  callControls: 'Controles de la llamada',
  muteMicrophone: 'Silenciar micrófono',
  turnOffCamera: 'Apagar cámara',
  shareScreen: 'Compartir pantalla',
  showPreview: 'Mostrar vista previa',
  playSound: 'Reproducir',
  playingAgain: 'Se ha interrumpido. Reintentando…',
  microphoneIsMuted: 'Micrófono silenciado',
  poorConnection: 'Mala conexión',
  pin: (name) => `Fijar a ${name}`,
  reconnecting: 'Se ha perdido la conexión. Reconectando…',
  sendingAgain: 'Su imagen y su sonido no llegan a los demás en este momento. Reintentando…',
  aloneHere: 'No hay nadie más aquí',
  screenOf: (name) => `Pantalla de ${name}`,
  unreachable: 'No se ha podido acceder a la llamada. Compruebe su conexión e inténtelo de nuevo.',
};

export const more: MoreStrings = {
  number,
  close: 'Cerrar',
  settings: 'Ajustes',
  deviceKinds: { camera: 'Cámara', microphone: 'Micrófono', speaker: 'Altavoz' },
  chosenByBrowser: 'Según el sistema',
  turnOnToChoose: 'Active una vez la cámara o el micrófono para poder elegir entre dispositivos.',
  useDevice: (label) => `Usar ${label}`,
  devicePluggedIn: {
    camera: 'Hay otra cámara disponible.',
    microphone: 'Hay otro micrófono disponible.',
  },
  deviceReplaced: {
    camera: (label) => `Su cámara se ha desconectado. Ahora le ven a través de ${label}.`,
    microphone: (label) => `Su micrófono se ha desconectado. Ahora le oyen a través de ${label}.`,
  },
  quality: 'Calidad de mi imagen',
  qualities: { low: 'Baja: ahorra datos', standard: 'Estándar', hd: 'Alta' },
  qualityOfPage: 'La que indica esta página',
  language: 'Idioma',
  languageOfPage: 'El de esta página',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'está', many: 'están', other: 'están' })} aquí sin cámara ni micrófono`,
  pages: 'Páginas',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  pageOf: (page, pages) => `${number(page)} de ${number(pages)}`,
  effects: 'Efectos',
  beauty: { smooth: 'Suavizado', whiten: 'Aclarado', rosy: 'Rubor', sharpen: 'Nitidez' },
  lowLight: 'Aclarar una imagen oscura',
  background: 'Fondo',
  backgrounds: {
    none: 'Ninguno',
    slightBlur: 'Desenfoque leve',
    strongBlur: 'Desenfoque intenso',
    picture: 'Imagen…',
  },
  notAPicture: 'Esta imagen no se puede usar. Elija otra.',
  resetEffects: 'Restablecer efectos',
  effectsLater: 'Los efectos se aplican al unirse. Hasta entonces ve su imagen tal como es.',
  chat: 'Chat',
  messages: 'Mensajes',
  noMessages: 'Aún no hay mensajes',
  message: 'Mensaje',
  send: 'Enviar',
  sending: 'Enviando…',
  notSent: 'No enviado.',
  retry: 'Reintentar',
  newestMessage: 'Mensaje más reciente',
  newMessages: (count) =>
    plural(count, { one: '# mensaje nuevo', many: '# de mensajes nuevos', other: '# mensajes nuevos' }),
  unreadMessages: (count) =>
    plural(count, {
      one: '# mensaje sin leer',
      many: '# de mensajes sin leer',
      other: '# mensajes sin leer',
    }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, { one: 'Sobra # byte', many: 'Sobran # de bytes', other: 'Sobran # bytes' })
      : plural(bytes, { one: 'Queda # byte', many: 'Quedan # de bytes', other: 'Quedan # bytes' }),
  inCallWith: (others) =>
    others === 0
      ? 'Está en la llamada y no hay nadie más aquí.'
      : plural(others, {
          one: 'Está en la llamada. Hay # persona más.',
          many: 'Está en la llamada. Hay # de personas más.',
          other: 'Está en la llamada. Hay # personas más.',
        }),
  reconnected: 'Conexión restablecida.',
  deviceTurnedOn: {
    camera: 'Cámara encendida',
    microphone: 'Micrófono activado',
    screen: 'Está compartiendo su pantalla',
  },
  deviceTurnedOff: {
    camera: 'Cámara apagada',
    microphone: 'Micrófono silenciado',
    screen: 'Su pantalla ya no se comparte',
  },
  joined: (name) => `${name} se ha unido`,
  peopleJoined: (count) =>
    plural(count, {
      one: 'Se ha unido # persona',
      many: 'Se han unido # de personas',
      other: 'Se han unido # personas',
    }),
  leftCall: (name) => `${name} ha salido`,
  peopleLeft: (count) =>
    plural(count, {
      one: 'Ha salido # persona',
      many: 'Han salido # de personas',
      other: 'Han salido # personas',
    }),
  messageFrom: (name, text) => `Mensaje de ${name}: ${text}`,
  movableSelfView: 'Mi imagen; se mueve con las teclas de flecha',
  hideSelfView: 'Ocultar mi imagen',
  fullscreen: 'Pantalla completa',
  smallWindow: 'Ventana pequeña',
  overHeadings: { ended: 'Ya no está en la llamada', failed: 'Todavía no está en la llamada' },
  useHere: 'Continuar aquí',
  turnedOffBy: {
    camera: (name) => `${name} ha apagado su cámara.`,
    microphone: (name) => `${name} ha silenciado su micrófono.`,
  },
  removedBy: (name) => `${name} le ha sacado de la llamada.`,
  reasonGiven: (reason) => `Motivo indicado: ${reason}`,
  microphoneLevel: 'Nivel del micrófono',
  testSpeaker: 'Probar altavoz',
  permissionHelp: {
    howToAllow: 'Cómo permitirlo',
    whatToDo: 'Qué puede hacer',
    denied: {
      chromium: [
        'Seleccione el icono al principio de la dirección.',
        'Active allí la cámara y el micrófono.',
      ],
      firefox: [
        'Seleccione la cámara o el micrófono tachados junto a la dirección.',
        'Quite «Bloqueado» en ambos.',
      ],
      safari: [
        'En el menú Safari, elija «Ajustes para este sitio web».',
        'Ponga la cámara y el micrófono en «Permitir».',
      ],
      ios: [
        'Toque el icono al principio de la dirección.',
        'Abra los ajustes del sitio web y permita la cámara y el micrófono.',
      ],
      android: [
        'Toque el icono al principio de la dirección.',
        'Toque «Permisos» y permita la cámara y el micrófono.',
      ],
      other: [
        'Abra los ajustes del navegador para este sitio; suelen estar junto a la dirección.',
        'Permita allí la cámara y el micrófono.',
      ],
    },
    system: {
      macos: [
        'Abra Ajustes del Sistema y, después, «Privacidad y seguridad».',
        'En Cámara y en Micrófono, active este navegador.',
      ],
      windows: [
        'Abra la Configuración de Windows y, después, «Privacidad y seguridad».',
        'En Cámara y en Micrófono, permita el acceso a las aplicaciones de escritorio.',
      ],
      ios: [
        'Abra la app Ajustes y, después, «Privacidad y seguridad».',
        'En Cámara y en Micrófono, active este navegador.',
      ],
      android: [
        'Abra la aplicación Ajustes, después «Aplicaciones», y elija este navegador.',
        'En «Permisos», permita la cámara y el micrófono.',
      ],
      other: [
        'Abra los ajustes de privacidad de su sistema.',
        'Permita que este navegador use la cámara y el micrófono.',
      ],
    },
    inUse: 'Cierre otras llamadas, en otras aplicaciones y en otras pestañas.',
    notFound: [
      'Conecte una cámara o un micrófono.',
      'Compruebe que ningún interruptor ni tapa del dispositivo lo desactive.',
    ],
    turnOnAgain: 'Vuelva a activar aquí la cámara o el micrófono.',
    chooseAllow: 'Cuando el navegador pregunte, elija «Permitir».',
    page: [
      'Abra esta llamada en una pestaña propia.',
      'Si no funciona, pida a quien gestiona esta página que permita la cámara y el micrófono.',
    ],
  },
  soundIsBlocked: 'El navegador no deja oír a los demás.',
  turnOnSound: 'Activar sonido',
  waitingFor: {
    microphone: 'El micrófono aún no está listo. Si el navegador pide permiso, responda allí.',
    camera: 'La cámara aún no está lista. Si el navegador pide permiso, responda allí.',
    both: 'El micrófono y la cámara aún no están listos. Si el navegador pide permiso, responda allí.',
  },
  joinWithout: {
    microphone: 'Unirse sin micrófono',
    camera: 'Unirse sin cámara',
    both: 'Unirse sin micrófono ni cámara',
  },
  interrupted: {
    microphone: 'Su micrófono se ha interrumpido.',
    camera: 'Su cámara se ha interrumpido.',
    both: 'Su micrófono y su cámara se han interrumpido.',
  },
  resume: 'Reanudar',
  connectionIsPoor: {
    withCamera: 'Su conexión es mala. Sin su imagen, el sonido mejora.',
    withoutCamera: 'Su conexión es mala. Acérquese al wifi o cierre lo que también lo esté usando.',
  },
  screenSendingAgain: 'Su pantalla no llega a los demás en este momento. Reintentando…',
  othersGetNothing: 'Su imagen y su sonido no llegan a los demás.',
  turnOffMyCamera: 'Apagar mi cámara',
  inviteOthers: 'Envíe a otras personas el enlace a esta llamada.',
  copyLink: 'Copiar enlace',
  linkIsCopied: 'Enlace copiado',
  linkToCopy: 'Enlace a esta llamada',
  people: 'Personas',
  searchPeople: 'Buscar personas',
  nobodyFound: 'Nadie tiene este nombre.',
  peopleHere: (count) => plural(count, { one: '# persona', many: '# de personas', other: '# personas' }),
  onlySenders: 'Solo aparecen quienes usan cámara, micrófono o pantalla.',
  cameraIsOff: 'Cámara apagada',
  videoPaused: 'Vídeo en pausa',
  volumeOf: (name) => `Volumen de ${name}`,
  muteForMe: 'Silenciar para mí',
  mutedForYou: 'Silenciado para usted',
  quieterForYou: 'Más bajo para usted',
  sharesScreen: 'Comparte pantalla',
  raiseHand: 'Levantar la mano',
  handRaised: 'Mano levantada',
  reactions: 'Reacciones',
  reactionNames: {
    like: 'Pulgar arriba',
    love: 'Corazón',
    applause: 'Aplauso',
    laugh: 'Risa',
    wow: 'Sorpresa',
    party: 'Celebración',
  },
  switchCamera: 'Cambiar de cámara',
  more: 'Más',
  shortcuts: 'Atajos de teclado',
  useShortcuts: 'Usar atajos en la llamada',
  showStatistics: 'Mostrar estadísticas sobre las imágenes',
  figures: {
    size: 'Tamaño',
    frameRate: 'Imágenes/s',
    bitrate: 'Velocidad',
    loss: 'Pérdida',
    delay: 'Retardo',
  },
  errors: {
    'invalid-config': 'Esta llamada no está bien configurada. Avise a quien gestiona esta página.',
    'insecure-context': 'Las llamadas solo funcionan en páginas seguras. Abra esta página con https.',
    unsupported: 'Este navegador no permite hacer llamadas. Actualícelo o use otro.',
    'token-invalid': 'No se ha aceptado su invitación a esta llamada. Pida un enlace nuevo.',
    'token-expired': 'Su invitación a esta llamada ha caducado. Pida un enlace nuevo.',
    'permission-denied':
      'El navegador no lo ha permitido. Permítalo en los ajustes del sitio, junto a la dirección.',
    'device-not-found':
      'No se ha encontrado ninguna cámara ni micrófono. Conecte un dispositivo e inténtelo de nuevo.',
    'device-in-use': 'Otra aplicación está usando el dispositivo. Ciérrela e inténtelo de nuevo.',
    'device-lost': 'Se ha desconectado un dispositivo. Vuelva a conectarlo o elija otro.',
    timeout: 'Está tardando demasiado. Compruebe su conexión e inténtelo de nuevo.',
    'room-full': 'Esta llamada está llena. Inténtelo de nuevo cuando alguien haya salido.',
    'duplicate-login': 'Ya está en esta llamada en otro lugar. No es posible estar en ambos a la vez.',
    removed: 'Alguien le ha expulsado de esta llamada. Pida un enlace nuevo a quien la organiza para volver.',
    forbidden: 'Puede ver esta llamada, pero no hablar en ella. Pida permiso a quien la organiza.',
    'stream-conflict': 'No se ha podido enviar su imagen. Inténtelo de nuevo.',
    'too-many-streams':
      'Hay demasiadas imágenes para mostrarlas todas. Algunas esperan hasta que otras desaparezcan.',
    'message-rejected': 'No se ha enviado el mensaje. Acórtelo o espere un momento.',
    aborted: 'Se ha cancelado. Inténtelo de nuevo cuando quiera.',
    engine: 'Algo ha salido mal. Inténtelo de nuevo.',
  },
  deviceErrors: {
    'permission-denied': {
      camera:
        'El navegador no permite usar la cámara. Permítala en los ajustes del sitio, junto a la dirección.',
      microphone:
        'El navegador no permite usar el micrófono. Permítalo en los ajustes del sitio, junto a la dirección.',
      screen: 'El navegador no permite compartir la pantalla. Permítalo en sus ajustes o en los del sistema.',
      both: 'El navegador no permite usar el micrófono ni la cámara. Permítalos en los ajustes del sitio, junto a la dirección.',
    },
    unsupported: {
      camera:
        'Los efectos no funcionan aquí, así que su imagen se envía tal cual. Pruebe con un navegador más reciente o un equipo más rápido.',
      screen: 'Este navegador no puede compartir la pantalla. Use otro.',
    },
    'device-not-found': {
      camera: 'No se ha encontrado ninguna cámara. Conecte una e inténtelo de nuevo.',
      microphone: 'No se ha encontrado ningún micrófono. Conecte uno e inténtelo de nuevo.',
      screen: 'No hay ninguna pantalla que compartir. Use otro equipo para ello.',
      both: 'No se ha encontrado ni micrófono ni cámara. Conéctelos e inténtelo de nuevo.',
      speaker: 'No se ha encontrado este altavoz. Elija otro.',
    },
    'device-in-use': {
      camera: 'Otra aplicación está usando la cámara. Ciérrela e inténtelo de nuevo.',
      microphone: 'Otra aplicación está usando el micrófono. Ciérrela e inténtelo de nuevo.',
      screen: 'No se ha podido capturar la pantalla. Elija otra ventana u otra pantalla.',
      both: 'Otra aplicación está usando el micrófono y la cámara. Ciérrela e inténtelo de nuevo.',
    },
    'device-lost': {
      camera: 'Su cámara se ha desconectado. Vuelva a conectarla o elija otra.',
      microphone: 'Su micrófono se ha desconectado. Vuelva a conectarlo o elija otro.',
      screen: 'Su pantalla ya no se comparte. Vuelva a compartirla si lo desea.',
      both: 'Su micrófono y su cámara se han desconectado. Vuelva a conectarlos o elija otros.',
    },
  },
  denials: {
    dismissed:
      'El navegador ha preguntado y no ha recibido respuesta. Vuelva a activarlo para que pregunte de nuevo.',
    system: 'El sistema no da acceso al navegador. Permítalo en los ajustes de privacidad del sistema.',
    page: 'Esta página no puede usar el dispositivo. Consulte a quien la gestiona.',
  },
  ends: {
    left: 'Ha salido de la llamada.',
    removed: 'Alguien le ha expulsado de la llamada. Pida un enlace nuevo a quien la organiza para volver.',
    'duplicate-login': 'Se ha unido a esta llamada en otro lugar, por lo que ha terminado aquí.',
    'token-expired': 'Su invitación ha caducado. Pida un enlace nuevo.',
    'network-lost': 'Se ha perdido la conexión. Compruébela e inténtelo de nuevo.',
    'room-full': 'Esta llamada está llena. Inténtelo de nuevo cuando alguien haya salido.',
    failed: 'La llamada ha terminado debido a un error.',
  },
  invalidConfig: (attribute, problem) => `Esta llamada no está bien configurada: ${attribute} ${problem}.`,
};
