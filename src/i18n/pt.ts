import { grammarOf } from './grammar.js';
import type { MoreStrings, Strings } from './strings.js';

export const grammar = grammarOf('pt', ['one', 'many', 'other']);
const { list, number, plural } = grammar;

export const strings: Strings = {
  join: 'Entrar',
  joinAgain: 'Entrar de novo',
  tryAgain: 'Tentar de novo',
  joining: 'Entrando…',
  cancel: 'Cancelar',
  leave: 'Sair',
  dismiss: 'Dispensar',
  readyToJoin: 'Vamos entrar?',
  yourName: 'Seu nome',
  you: 'Você',
  call: 'Chamada de vídeo',
  callControls: 'Controles da chamada',
  muteMicrophone: 'Silenciar microfone',
  turnOffCamera: 'Desligar câmera',
  shareScreen: 'Compartilhar tela',
  showPreview: 'Mostrar prévia',
  playSound: 'Reproduzir',
  playingAgain: 'Interrompido. Tentando de novo…',
  microphoneIsMuted: 'Microfone silenciado',
  poorConnection: 'Conexão ruim',
  pin: (name) => `Fixar ${name}`,
  reconnecting: 'Conexão perdida. Reconectando…',
  sendingAgain: 'Sua imagem e seu som não estão chegando às outras pessoas. Tentando de novo…',
  aloneHere: 'Não há mais ninguém aqui',
  screenOf: (name) => `Tela de ${name}`,
  unreachable: 'Não foi possível acessar a chamada. Verifique sua conexão e tente de novo.',
};

export const more: MoreStrings = {
  number,
  close: 'Fechar',
  settings: 'Configurações',
  deviceKinds: { camera: 'Câmera', microphone: 'Microfone', speaker: 'Alto-falante' },
  chosenByBrowser: 'Escolha do sistema',
  turnOnToChoose: 'Ative a câmera ou o microfone uma vez para escolher entre os dispositivos.',
  useDevice: (label) => `Usar ${label}`,
  devicePluggedIn: {
    camera: 'Há outra câmera disponível.',
    microphone: 'Há outro microfone disponível.',
  },
  deviceReplaced: {
    camera: (label) => `Sua câmera foi desconectada. Agora os outros veem você por ${label}.`,
    microphone: (label) => `Seu microfone foi desconectado. Agora os outros ouvem você por ${label}.`,
  },
  quality: 'Qualidade da minha imagem',
  qualities: { low: 'Baixa: economiza dados', standard: 'Padrão', hd: 'Alta' },
  qualityOfPage: 'Definida por esta página',
  language: 'Idioma',
  languageOfPage: 'O desta página',
  hereWithoutMedia: (names) =>
    `${list(names)} ${plural(names.length, { one: 'está', many: 'estão', other: 'estão' })} aqui sem câmera nem microfone`,
  pages: 'Páginas',
  previousPage: 'Página anterior',
  nextPage: 'Próxima página',
  pageOf: (page, pages) => `${number(page)} de ${number(pages)}`,
  effects: 'Efeitos',
  beauty: { smooth: 'Suavidade', whiten: 'Clareamento', rosy: 'Rubor', sharpen: 'Nitidez' },
  lowLight: 'Clarear imagem escura',
  background: 'Plano de fundo',
  backgrounds: {
    none: 'Nenhum',
    slightBlur: 'Desfoque leve',
    strongBlur: 'Desfoque forte',
    picture: 'Imagem…',
  },
  notAPicture: 'Não é possível usar esta imagem. Escolha outra.',
  resetEffects: 'Redefinir efeitos',
  effectsLater: 'Os efeitos são aplicados quando você entra. Até lá, você vê sua imagem como ela é.',
  chat: 'Chat',
  messages: 'Mensagens',
  noMessages: 'Ainda não há mensagens',
  message: 'Mensagem',
  send: 'Enviar',
  sending: 'Enviando…',
  notSent: 'Não enviada.',
  retry: 'Tentar de novo',
  newestMessage: 'Mensagem mais recente',
  newMessages: (count) =>
    plural(count, { one: '# nova mensagem', many: '# de novas mensagens', other: '# novas mensagens' }),
  unreadMessages: (count) =>
    plural(count, {
      one: '# mensagem não lida',
      many: '# de mensagens não lidas',
      other: '# mensagens não lidas',
    }),
  bytesLeft: (bytes) =>
    bytes < 0
      ? plural(-bytes, {
          one: '# byte a mais',
          many: '# de bytes a mais',
          other: '# bytes a mais',
        })
      : plural(bytes, { one: 'Resta # byte', many: 'Restam # de bytes', other: 'Restam # bytes' }),
  inCallWith: (others) =>
    others === 0
      ? 'Você está na chamada, e não há mais ninguém aqui.'
      : plural(others, {
          one: 'Você está na chamada. Há mais # pessoa aqui.',
          many: 'Você está na chamada. Há mais # de pessoas aqui.',
          other: 'Você está na chamada. Há mais # pessoas aqui.',
        }),
  reconnected: 'Conexão restabelecida.',
  deviceTurnedOn: {
    camera: 'Câmera ligada',
    microphone: 'Microfone ligado',
    screen: 'Você está compartilhando sua tela',
  },
  deviceTurnedOff: {
    camera: 'Câmera desligada',
    microphone: 'Microfone silenciado',
    screen: 'Sua tela não está mais sendo compartilhada',
  },
  joined: (name) => `${name} entrou`,
  peopleJoined: (count) =>
    plural(count, {
      one: '# pessoa entrou',
      many: '# de pessoas entraram',
      other: '# pessoas entraram',
    }),
  leftCall: (name) => `${name} saiu`,
  peopleLeft: (count) =>
    plural(count, { one: '# pessoa saiu', many: '# de pessoas saíram', other: '# pessoas saíram' }),
  messageFrom: (name, text) => `Mensagem de ${name}: ${text}`,
  movableSelfView: 'Minha imagem, para mover com as teclas de seta',
  hideSelfView: 'Ocultar minha imagem',
  fullscreen: 'Tela cheia',
  smallWindow: 'Janela pequena',
  overHeadings: { ended: 'Você não está mais na chamada', failed: 'Você ainda não está na chamada' },
  useHere: 'Continuar aqui',
  turnedOffBy: {
    camera: (name) => `${name} desligou sua câmera.`,
    microphone: (name) => `${name} silenciou seu microfone.`,
  },
  removedBy: (name) => `${name} removeu você da chamada.`,
  reasonGiven: (reason) => `Motivo informado: ${reason}`,
  microphoneLevel: 'Nível do microfone',
  testSpeaker: 'Testar alto-falante',
  permissionHelp: {
    howToAllow: 'Como permitir',
    whatToDo: 'O que você pode fazer',
    denied: {
      chromium: ['Selecione o ícone no início do endereço.', 'Ative ali a câmera e o microfone.'],
      firefox: [
        'Selecione a câmera ou o microfone riscado ao lado do endereço.',
        'Remova “Bloqueado” de ambos.',
      ],
      safari: [
        'No menu Safari, escolha “Ajustes para Este Site”.',
        'Defina a câmera e o microfone como “Permitir”.',
      ],
      ios: [
        'Toque no ícone no início do endereço.',
        'Abra os ajustes do site e permita a câmera e o microfone.',
      ],
      android: [
        'Toque no ícone no início do endereço.',
        'Toque em “Permissões” e permita a câmera e o microfone.',
      ],
      other: [
        'Abra as configurações do navegador para este site; em geral, ficam ao lado do endereço.',
        'Permita ali a câmera e o microfone.',
      ],
    },
    system: {
      macos: [
        'Abra os Ajustes do Sistema e depois “Privacidade e Segurança”.',
        'Em Câmera e em Microfone, ative este navegador.',
      ],
      windows: [
        'Abra as Configurações do Windows e depois “Privacidade e segurança”.',
        'Em Câmera e em Microfone, permita o acesso de aplicativos da área de trabalho.',
      ],
      ios: [
        'Abra o app Ajustes e depois “Privacidade e Segurança”.',
        'Em Câmera e em Microfone, ative este navegador.',
      ],
      android: [
        'Abra o app Configurações, depois “Apps”, e escolha este navegador.',
        'Em “Permissões”, permita a câmera e o microfone.',
      ],
      other: [
        'Abra as configurações de privacidade do seu sistema.',
        'Permita que este navegador use a câmera e o microfone.',
      ],
    },
    inUse: 'Encerre outras chamadas, em outros apps e em outras abas.',
    notFound: [
      'Conecte uma câmera ou um microfone.',
      'Verifique se nenhuma chave ou tampa no dispositivo o desativa.',
    ],
    turnOnAgain: 'Ative aqui novamente a câmera ou o microfone.',
    chooseAllow: 'Quando o navegador perguntar, escolha “Permitir”.',
    page: [
      'Abra esta chamada em uma aba separada.',
      'Se não adiantar, peça a quem administra esta página que permita a câmera e o microfone.',
    ],
  },
  soundIsBlocked: 'O navegador está bloqueando o som das outras pessoas.',
  turnOnSound: 'Ativar som',
  waitingFor: {
    microphone: 'Seu microfone ainda não está pronto. Se o navegador pedir permissão, responda lá.',
    camera: 'Sua câmera ainda não está pronta. Se o navegador pedir permissão, responda lá.',
    both: 'Seu microfone e sua câmera ainda não estão prontos. Se o navegador pedir permissão, responda lá.',
  },
  joinWithout: {
    microphone: 'Entrar sem microfone',
    camera: 'Entrar sem câmera',
    both: 'Entrar sem microfone e câmera',
  },
  interrupted: {
    microphone: 'Seu microfone foi interrompido.',
    camera: 'Sua câmera foi interrompida.',
    both: 'Seu microfone e sua câmera foram interrompidos.',
  },
  resume: 'Retomar',
  connectionIsPoor: {
    withCamera: 'Sua conexão está ruim. Sem a sua imagem, o som melhora.',
    withoutCamera: 'Sua conexão está ruim. Chegue mais perto do Wi-Fi ou feche o que mais o estiver usando.',
  },
  screenSendingAgain: 'Sua tela não está chegando às outras pessoas. Tentando de novo…',
  othersGetNothing: 'Sua imagem e seu som não estão chegando às outras pessoas.',
  turnOffMyCamera: 'Desligar minha câmera',
  inviteOthers: 'Envie a outras pessoas o link desta chamada.',
  copyLink: 'Copiar link',
  linkIsCopied: 'Link copiado',
  linkToCopy: 'Link desta chamada',
  people: 'Pessoas',
  searchPeople: 'Buscar pessoas',
  nobodyFound: 'Ninguém tem este nome.',
  peopleHere: (count) => plural(count, { one: '# pessoa', many: '# de pessoas', other: '# pessoas' }),
  onlySenders: 'Só aparece quem está com câmera, microfone ou tela.',
  cameraIsOff: 'Câmera desligada',
  videoPaused: 'Vídeo em pausa',
  volumeOf: (name) => `Volume de ${name}`,
  muteForMe: 'Silenciar para mim',
  mutedForYou: 'Silenciado para você',
  quieterForYou: 'Mais baixo para você',
  sharesScreen: 'Compartilhando a tela',
  raiseHand: 'Levantar a mão',
  handRaised: 'Mão levantada',
  reactions: 'Reações',
  reactionNames: {
    like: 'Joinha',
    love: 'Coração',
    applause: 'Aplausos',
    laugh: 'Risada',
    wow: 'Surpresa',
    party: 'Comemoração',
  },
  switchCamera: 'Trocar de câmera',
  more: 'Mais',
  shortcuts: 'Atalhos de teclado',
  useShortcuts: 'Usar atalhos na chamada',
  showStatistics: 'Mostrar estatísticas sobre as imagens',
  figures: { size: 'Tamanho', frameRate: 'Quadros/s', bitrate: 'Taxa', loss: 'Perda', delay: 'Atraso' },
  errors: {
    'invalid-config': 'Esta chamada não está configurada corretamente. Avise quem administra esta página.',
    'insecure-context': 'As chamadas só funcionam em páginas seguras. Abra esta página com https.',
    unsupported: 'Este navegador não permite fazer chamadas. Atualize-o ou use outro.',
    'token-invalid': 'Seu convite para esta chamada não foi aceito. Peça um novo link.',
    'token-expired': 'Seu convite para esta chamada expirou. Peça um novo link.',
    'permission-denied':
      'O navegador não permitiu. Dê permissão nas configurações do site, ao lado do endereço.',
    'device-not-found':
      'Nenhuma câmera e nenhum microfone foram encontrados. Conecte um dispositivo e tente de novo.',
    'device-in-use': 'Outro app está usando o dispositivo. Feche-o e tente de novo.',
    'device-lost': 'Um dispositivo foi desconectado. Conecte-o de novo ou escolha outro.',
    timeout: 'Está demorando demais. Verifique sua conexão e tente de novo.',
    'room-full': 'Esta chamada está cheia. Tente de novo quando alguém sair.',
    'duplicate-login':
      'Você já está nesta chamada em outro lugar. Não dá para estar nos dois ao mesmo tempo.',
    removed: 'Alguém removeu você desta chamada. Peça um novo link a quem a organiza para voltar.',
    forbidden: 'Você pode assistir a esta chamada, mas não falar nela. Peça permissão a quem a organiza.',
    'stream-conflict': 'Não foi possível enviar sua imagem. Tente de novo.',
    'too-many-streams': 'Há imagens demais para mostrar todas. Algumas esperam até que outras saiam.',
    'message-rejected': 'A mensagem não foi enviada. Deixe-a mais curta ou aguarde um momento.',
    aborted: 'A ação foi cancelada. Tente de novo quando quiser.',
    engine: 'Algo deu errado. Tente de novo.',
  },
  deviceErrors: {
    'permission-denied': {
      camera:
        'O navegador não permite usar a câmera. Dê permissão nas configurações do site, ao lado do endereço.',
      microphone:
        'O navegador não permite usar o microfone. Dê permissão nas configurações do site, ao lado do endereço.',
      screen:
        'O navegador não permite compartilhar a tela. Dê permissão nas configurações dele ou nas do sistema.',
      both: 'O navegador não permite usar o microfone nem a câmera. Dê permissão nas configurações do site, ao lado do endereço.',
    },
    unsupported: {
      camera:
        'Os efeitos não funcionam aqui, então sua imagem é enviada como está. Tente um navegador mais novo ou um computador mais rápido.',
      screen: 'Este navegador não consegue compartilhar a tela. Use outro.',
    },
    'device-not-found': {
      camera: 'Nenhuma câmera foi encontrada. Conecte uma e tente de novo.',
      microphone: 'Nenhum microfone foi encontrado. Conecte um e tente de novo.',
      screen: 'Não há tela para compartilhar. Use outro computador para isso.',
      both: 'Nenhum microfone e nenhuma câmera foram encontrados. Conecte-os e tente de novo.',
      speaker: 'Este alto-falante não foi encontrado. Escolha outro.',
    },
    'device-in-use': {
      camera: 'Outro app está usando a câmera. Feche-o e tente de novo.',
      microphone: 'Outro app está usando o microfone. Feche-o e tente de novo.',
      screen: 'Não foi possível capturar a tela. Escolha outra janela ou outra tela.',
      both: 'Outro app está usando o microfone e a câmera. Feche-o e tente de novo.',
    },
    'device-lost': {
      camera: 'Sua câmera foi desconectada. Conecte-a de novo ou escolha outra.',
      microphone: 'Seu microfone foi desconectado. Conecte-o de novo ou escolha outro.',
      screen: 'Sua tela não está mais sendo compartilhada. Compartilhe de novo, se quiser.',
      both: 'Seu microfone e sua câmera foram desconectados. Conecte-os de novo ou escolha outros.',
    },
  },
  denials: {
    dismissed: 'O navegador perguntou e ficou sem resposta. Ative de novo para que ele volte a perguntar.',
    system:
      'O sistema não dá acesso ao navegador. Permita o acesso nas configurações de privacidade do sistema.',
    page: 'Esta página não pode usar o dispositivo. Fale com quem a administra.',
  },
  ends: {
    left: 'Você saiu da chamada.',
    removed: 'Alguém removeu você da chamada. Peça um novo link a quem a organiza para voltar.',
    'duplicate-login': 'Você entrou nesta chamada em outro lugar, por isso ela terminou aqui.',
    'token-expired': 'Seu convite expirou. Peça um novo link.',
    'network-lost': 'A conexão foi perdida. Verifique-a e tente de novo.',
    'room-full': 'Esta chamada está cheia. Tente de novo quando alguém sair.',
    failed: 'A chamada terminou por causa de um erro.',
  },
  invalidConfig: (attribute, problem) =>
    `Esta chamada não está configurada corretamente: ${attribute} ${problem}.`,
};
