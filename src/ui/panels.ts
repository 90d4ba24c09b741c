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

  /** The button that opens a panel. */
  button(name: PanelName): TemplateResult {
    const panel: Panel = PANELS[name];
    return html`<button
      class="round"
      part="button ${name}-button"
      type="button"
      aria-label=${panel.label()}
      title=${panel.label()}
      aria-haspopup="dialog"
      aria-expanded=${this.#open === name}
      @click=${() => this.#show(name)}
    >
      ${icon(panel.icon)}
    </button>`;
  }

  /** The open panel; nothing, while none is. */
  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const panel: Panel = PANELS[this.#open];
    return html`<dialog
      class="panel"
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
