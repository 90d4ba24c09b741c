import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CallSession } from '../call/call-session.js';
import { type CallState, isActive, isInRoom, isWanted } from '../call/call-state.js';
import { type ReactionName, REACTIONS } from '../call/signal.js';
import { adopt } from './adopt.js';
import { toolStyles } from './call-tools.styles.js';
import { Menu } from './menu.js';
import { menuStyles } from './menu.styles.js';
import { moreIcon, type MoreIconName } from './more-icons.js';
import { moreOf } from './more-texts.js';
import { quietly } from './own-devices.js';
import { type Face, PanelDialog, type PanelHost, type PanelNeeds } from './panels.js';
import { roomFor } from './toolbar-room.js';

/** What the buttons depend on that come with the call. */
export interface ToolNeeds extends Omit<PanelNeeds, 'docks'> {
  readonly inRoom: boolean;
  readonly hand: boolean;
  /** Whether there is a camera that looks the other way. */
  readonly switches: boolean;
}

interface ToolFace extends Face {
  readonly session: CallSession | null;
  /** Whether the call shows panels beside its pictures. */
  readonly docks: boolean;
}

type Rendered = TemplateResult | typeof nothing;

/** These always stand in the toolbar; of the others, the last go into the menu first. */
const ESSENTIAL: readonly string[] = ['microphone', 'camera', 'leave'];

/** The buttons of a toolbar that come with the call, and the menu for those that it has no room for. */
export class CallTools implements ReactiveController {
  readonly #host: PanelHost;
  readonly #face: () => ToolFace;
  readonly #panels: PanelDialog;
  readonly #reactions: Menu;
  readonly #more: Menu;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #frame = 0;
  #needs: ToolNeeds | null = null;
  #render: (name: string) => Rendered = () => nothing;
  /** What could be shown, and how many of it there is room for. */
  #offered: readonly string[] = [];
  #fitting = Infinity;

  constructor(host: PanelHost, face: () => ToolFace) {
    this.#host = host;
    this.#face = face;
    this.#panels = new PanelDialog(host, face);
    this.#reactions = new Menu(host, 'reactions');
    this.#more = new Menu(host, 'more');
    adopt(host, menuStyles);
    adopt(host, toolStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.#resized.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Not at once: that would lay out the page for each of many changes before a frame. */
  hostUpdated(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.#host.isConnected) return;
    this.#frame = requestAnimationFrame(() => {
      this.#resized.observe(this.#host);
      this.#measure();
    });
  }

  select(state: CallState): ToolNeeds {
    const { connection, devices, hands, participants, self, unread, userCount } = state;
    const facing = new Set(devices.camera.options.map((option) => option.facing));
    return (this.#needs = {
      active: isActive(connection),
      inRoom: isInRoom(connection),
      unread,
      people: Math.max(userCount ?? 0, participants.length + 1),
      hand: hands.includes(self.user.id),
      switches: isWanted(self.camera) && facing.has('front') && facing.has('back'),
    });
  }

  /** Of the buttons that are wanted, those that there is room for, and `more` when that is not all. */
  bar(names: readonly string[], render: (name: string) => Rendered): readonly string[] {
    this.#render = render;
    this.#offered = names.filter((name) => !ESSENTIAL.includes(name) && render(name) !== nothing);
    const hidden = this.#hidden;
    if (hidden.length === 0) return names;
    const bar = names.filter((name) => !hidden.includes(name));
    const leave = bar.indexOf('leave');
    return bar.toSpliced(leave < 0 ? bar.length : leave, 0, 'more');
  }

  button(name: string): Rendered {
    const { docks, session, texts } = this.#face();
    const more = moreOf(texts);
    const needs = this.#needs;
    if (!needs) return nothing;
    if (name === 'more') return this.#hidden.length > 0 ? this.#moreMenu() : nothing;
    if (name === 'switch-camera' && needs.switches)
      return tool({ name, icon: name, label: more.switchCamera, act: () => session?.switchCamera() });
    if (!needs.inRoom) return this.#panels.button(name, { ...needs, docks });
    if (name === 'hand') {
      const { hand: pressed } = needs;
      const act = (): Promise<void> | undefined => session?.raiseHand(!pressed);
      return tool({ name, icon: name, label: more.raiseHand, pressed, act });
    }
    if (name === 'reactions')
      return html`${this.#reactions.opener(more.reactions)}
      ${this.#reactions.popover(more.reactions, this.#reactionButtons())}`;
    return this.#panels.button(name, { ...needs, docks });
  }

  /** The open panel; nothing, while none is. */
  render(): Rendered {
    return this.#panels.render();
  }

  get #hidden(): readonly string[] {
    return this.#offered.slice(this.#fitting);
  }

  #moreMenu(): TemplateResult {
    const label = moreOf(this.#face().texts).more;
    const items = this.#hidden.map((name) =>
      name === 'reactions' ? this.#reactionButtons() : this.#render(name),
    );
    return html`${this.#more.opener(label)} ${this.#more.popover(label, items)}`;
  }

  #reactionButtons(): TemplateResult {
    const { session, texts } = this.#face();
    const names = moreOf(texts).reactionNames;
    return html`<div class="reactions">
      ${(Object.keys(REACTIONS) as ReactionName[]).map(
        (name) =>
          html`<button
            part="button reaction-button"
            type="button"
            aria-label=${names[name]}
            title=${names[name]}
            @click=${() => quietly(session?.react(name))}
          >
            ${REACTIONS[name]}
          </button>`,
      )}
    </div>`;
  }

  #measure(): void {
    const { fitting, need } = roomFor(this.#host, this.#offered.length);
    this.#host.style.setProperty('--_need', `${need}px`);
    if (this.#offered.slice(fitting).length === this.#hidden.length) return;
    this.#fitting = fitting;
    // Other buttons may make the toolbar higher or lower: watched meanwhile, that would be an error to browsers, a loop.
    this.#resized.unobserve(this.#host);
    this.#host.requestUpdate();
  }
}

interface Tool {
  readonly name: string;
  readonly icon: MoreIconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly act: () => Promise<void> | undefined;
}

function tool({ act, icon, label, name, pressed }: Tool): TemplateResult {
  return html`<button
    class="round"
    part="button ${name}-button"
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed ?? nothing}
    @click=${() => quietly(act())}
  >
    ${moreIcon(icon)}
  </button>`;
}
