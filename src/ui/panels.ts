import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { MoreStrings } from '../i18n/strings.js';
import { adopt } from './adopt.js';
import type { CallView, SidePanel } from './call-view.js';
import { moreIcon, type MoreIconName } from './more-icons.js';
import { moreOf } from './more-texts.js';
import { panelStyles } from './panels.styles.js';
import type { Texts } from './texts.js';
import { viewButton } from './view-buttons.js';

/** What a toolbar button of that name opens; its text has the same name. */
interface Panel {
  readonly icon: MoreIconName;
  /** The panel's tag, serving the call that `for` names. */
  readonly content: (forId: string) => TemplateResult;
  /** What it is beside the pictures, where it can stand there too. */
  readonly side?: SidePanel;
  /** Whether it is of use only in a call. */
  readonly inCall?: boolean;
  /** What a number on its button counts; null for no number. */
  readonly badge?: (needs: PanelNeeds, texts: MoreStrings) => Badge | null;
}

interface Badge {
  readonly count: number;
  /** The number, and what it is of. */
  readonly words: string;
  /** Whether it is something that the person has not seen yet. */
  readonly isNews: boolean;
}

/** What a panel's button depends on. */
export interface PanelNeeds {
  readonly active: boolean;
  readonly unread: number;
  /** How many people are in the room, oneself included. */
  readonly people: number;
  /** Whether the call shows panels beside its pictures. */
  readonly docks: boolean;
}

export const PANELS = {
  chat: {
    icon: 'chat',
    side: 'chat',
    inCall: true,
    badge: ({ unread }, texts) =>
      unread > 0 ? { count: unread, words: texts.unreadMessages(unread), isNews: true } : null,
    // eslint-disable-next-line lit-a11y/no-autofocus -- who opens the chat wants to write; the rule is about pages
    content: (forId) => html`<zego-chat part="panel" for=${forId} .autofocus=${true}></zego-chat>`,
  },
  people: {
    icon: 'people',
    side: 'people',
    inCall: true,
    badge: ({ people }, texts) => ({ count: people, words: texts.peopleHere(people), isNews: false }),
    // eslint-disable-next-line lit-a11y/no-autofocus -- who opens a panel goes there; the rule is about pages
    content: (forId) => html`<zego-people part="panel" for=${forId} .autofocus=${true}></zego-people>`,
  },
  settings: {
    icon: 'settings',
    content: (forId) => html`<zego-settings part="panel" for=${forId}></zego-settings>`,
  },
} as const satisfies Record<string, Panel>;

export type PanelName = keyof typeof PANELS;

function isPanelName(name: string): name is PanelName {
  return Object.hasOwn(PANELS, name);
}

const NO_NEEDS: PanelNeeds = { active: false, unread: 0, people: 0, docks: false };

/** What panels share with the element that opens them. */
export interface Face {
  readonly texts: Texts;
  readonly view: CallView;
}

export type PanelHost = ReactiveElement & { readonly for: string };

/** The panels that an element opens over the page, one at a time, each in a modal `<dialog>`. */
export class PanelDialog implements ReactiveController {
  readonly #host: PanelHost;
  readonly #face: () => Face;
  #open: PanelName | null = null;

  constructor(host: PanelHost, face: () => Face) {
    this.#host = host;
    this.#face = face;
    adopt(host, panelStyles);
    host.addController(this);
  }

  /** The button of that name; nothing for a name that is none, or what is of no use now. */
  button(name: string, needs = NO_NEEDS): TemplateResult | typeof nothing {
    if (!isPanelName(name)) return needs.active ? viewButton(name, this.#face()) : nothing;
    const panel: Panel = PANELS[name];
    if (panel.inCall && !needs.active) return nothing;
    const { texts, view } = this.#face();
    const more = moreOf(texts);
    const side = needs.docks ? panel.side : undefined;
    const open = side ? view.choices.panel === side : this.#open === name;
    const toggle = (): void => (side ? view.choose({ panel: open ? null : side }) : this.#show(name));
    const badge = panel.badge?.(needs, more);
    return html`<button
      class="round"
      part="button ${name}-button"
      type="button"
      aria-label=${more[name]}
      title=${more[name]}
      aria-haspopup=${side ? nothing : 'dialog'}
      aria-describedby=${badge ? `${name}-count` : nothing}
      aria-expanded=${open}
      @click=${toggle}
    >
      ${moreIcon(panel.icon)}${badge ? number(badge, name, more) : nothing}
    </button>`;
  }

  /** The open panel; nothing, while none is. */
  render(): TemplateResult | typeof nothing {
    const name = this.#open;
    if (!name) return nothing;
    const more = moreOf(this.#face().texts);
    return html`<dialog
      class="panel ${name}-panel"
      part="dialog"
      closedby="any"
      aria-label=${more[name]}
      @close=${() => this.#show(null)}
    >
      ${panelHeader(name, more, () => this.#dialog?.close())} ${PANELS[name].content(this.#host.for)}
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

export function panelHeader(name: PanelName, more: MoreStrings, close: () => void): TemplateResult {
  return html`<header role="none">
    <h2>${more[name]}</h2>
    <button
      class="round"
      part="button close-button"
      type="button"
      aria-label=${more.close}
      title=${more.close}
      @click=${close}
    >
      ${moreIcon('close')}
    </button>
  </header>`;
}

/** The number is drawn, not written: what a button reads should be its name. */
function number({ count, isNews, words }: Badge, name: PanelName, texts: MoreStrings): TemplateResult {
  return html`<span
      class="badge ${isNews ? '' : 'calm'}"
      part="badge ${name}-badge"
      data-count=${count > 999 ? `${texts.number(999)}+` : texts.number(count)}
    ></span>
    <span id="${name}-count" hidden>${words}</span>`;
}
