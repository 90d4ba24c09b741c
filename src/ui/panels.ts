import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { text } from './call-text.js';
import { icon, type IconName } from './icons.js';

/** What a toolbar button of that name opens. */
interface Panel {
  readonly icon: IconName;
  readonly label: () => string;
  /** The panel's tag, serving the call that `for` names. */
  readonly content: (forId: string) => TemplateResult;
}

const PANELS = {
  chat: {
    icon: 'chat',
    label: () => text.chat,
    // eslint-disable-next-line lit-a11y/no-autofocus -- who opens the chat wants to write; the rule is about pages
    content: (forId) => html`<zego-chat part="panel" for=${forId} .autofocus=${true}></zego-chat>`,
  },
  settings: {
    icon: 'settings',
    label: () => text.settings,
    content: (forId) => html`<zego-settings part="panel" for=${forId}></zego-settings>`,
  },
} as const satisfies Record<string, Panel>;

export type PanelName = keyof typeof PANELS;

export function isPanelName(name: string): name is PanelName {
  return Object.hasOwn(PANELS, name);
}

interface News {
  readonly count: number;
  readonly words: string;
}

type PanelHost = ReactiveControllerHost & {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly for: string;
};

/** The panels that an element opens over the page, one at a time, each in a modal `<dialog>`. */
export class PanelDialog implements ReactiveController {
  readonly #host: PanelHost;
  #open: PanelName | null = null;

  constructor(host: PanelHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * The button that opens a panel.
   * @param news how many new things there are in it, and that in words.
   */
  button(name: PanelName, news?: News): TemplateResult {
    const panel: Panel = PANELS[name];
    const description = news && news.count > 0 ? `${name}-news` : nothing;
    return html`<button
      class="round"
      part="button ${name}-button"
      type="button"
      aria-label=${panel.label()}
      title=${panel.label()}
      aria-haspopup="dialog"
      aria-describedby=${description}
      aria-expanded=${this.#open === name}
      @click=${() => this.#show(name)}
    >
      ${icon(panel.icon)}${news && news.count > 0 ? badge(news, `${name}-news`) : nothing}
    </button>`;
  }

  /** The open panel; nothing, while none is. */
  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const panel: Panel = PANELS[this.#open];
    return html`<dialog
      class="panel ${this.#open}-panel"
      part="dialog"
      closedby="any"
      aria-label=${panel.label()}
      @close=${() => this.#show(null)}
    >
      <header>
        <h2>${panel.label()}</h2>
        <button
          class="round"
          part="button close-button"
          type="button"
          aria-label=${text.close}
          title=${text.close}
          @click=${() => this.#dialog?.close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${panel.content(this.#host.for)}
    </dialog>`;
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#show(null);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #show(name: PanelName | null): void {
    if (name === this.#open) return;
    this.#open = name;
    this.#host.requestUpdate();
  }
}

/** The number is drawn, not written: what a button reads should be its name. */
function badge({ count, words }: News, id: string): TemplateResult {
  return html`<span class="badge" part="badge" data-count=${count > 99 ? '99+' : count}></span>
    <span id=${id} hidden>${words}</span>`;
}
