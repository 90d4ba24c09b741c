import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from '../ui/repeat.js';
import type { CallState, Self } from '../call/call-state.js';
import { avatar } from '../ui/avatar.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { icon } from '../ui/icons.js';
import { moreIcon } from '../ui/more-icons.js';
import { moreOf } from '../ui/more-texts.js';
import { everybody, named, type Person } from '../ui/person.js';
import { pinButton } from '../ui/pin-button.js';
import { qualityMark } from '../ui/quality-mark.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';
import { participantVolume } from './participant-volume.js';
import { peopleStyles } from './people-content.styles.js';

interface Slice extends Pick<CallState, 'hands' | 'participants' | 'userCount'> {
  readonly self: Self;
  readonly pinned: string | null;
}

/** The height of a line, in px: where it is known, only the lines in view need to be there. */
const LINE = 52;
/** Lines above and below what is in view, for the keyboard and for quick hands; rendered anew only when so many are passed. */
const SPARE = 8;

/** What `<zego-people>` is filled with. */
class PeopleContent extends CallElement<Slice> {
  static override styles = [baseStyles, buttonStyles, fieldStyles, peopleStyles];

  readonly #resized = new ResizeObserver(() => this.#scroll());
  #wanted = '';
  /** Which lines are there. */
  #from = 0;
  #to = 3 * SPARE;

  protected override select(state: CallState, { pinned }: ViewChoices): Slice {
    const { hands, participants, self, userCount } = state;
    return { hands, participants, self, userCount, pinned };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const more = moreOf(this.texts);
    const people = everybody(this.slice);
    const found = named(people, this.#wanted);
    const count = Math.max(this.slice.userCount ?? 0, people.length);
    return html`
      <input
        part="field"
        type="search"
        dir="auto"
        autocomplete="off"
        aria-label=${more.searchPeople}
        placeholder=${more.searchPeople}
        @input=${this.#onSearch}
      />
      <p part="count" role="status">${more.peopleHere(this.#wanted.trim() ? found.length : count)}</p>
      ${count > people.length ? html`<p part="message">${more.onlySenders}</p>` : nothing}
      ${found.length === 0 ? html`<p part="message">${more.nobodyFound}</p>` : this.#list(found)}
    `;
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.renderRoot.querySelector('input')?.focus();
  }

  #list(people: readonly Person[]): TemplateResult {
    const to = Math.min(this.#to, people.length);
    const from = Math.min(this.#from, Math.max(0, to - SPARE));
    const room = `padding-block: ${from * LINE}px ${(people.length - to) * LINE}px`;
    return html`<div class="scroller" tabindex="-1" @scroll=${this.#scroll}>
      <ul part="people" aria-label=${moreOf(this.texts).people} .style=${room}>
        ${repeat(
          people.slice(from, to),
          ({ user }) => user.id,
          (person, index) => this.#person(person, from + index + 1, people.length),
        )}
      </ul>
    </div>`;
  }

  #person(person: Person, place: number, count: number): TemplateResult {
    const more = moreOf(this.texts);
    const { camera, hand, microphone, own, quality, screen, user } = person;
    return html`<li part="person" aria-posinset=${place} aria-setsize=${count}>
      ${avatar(user)}
      <span class="name" part="name">
        <bdi>${user.name}</bdi>
        ${own ? html`<span class="you">${`(${this.text.you})`}</span>` : nothing}
      </span>
      ${hand ? mark('hand', more.handRaised, moreIcon('hand')) : nothing}
      ${screen ? mark('screen', more.sharesScreen, icon('screen')) : nothing}
      ${qualityMark(quality, this.text)}
      ${microphone ? nothing : mark('', this.text.microphoneIsMuted, icon('microphone-off'))}
      ${camera ? nothing : mark('', more.cameraIsOff, icon('camera-off'))}
      ${
        own
          ? nothing
          : html`${participantVolume(this.for, user)}
            ${pinButton(this.view, user, this.slice.pinned === user.id, this.text)}`
      }
    </li>`;
  }

  readonly #scroll = (): void => {
    const scroller = this.renderRoot.querySelector('.scroller');
    if (!scroller) return;
    const first = Math.floor(scroller.scrollTop / LINE / SPARE) * SPARE;
    const from = Math.max(0, first - SPARE);
    const to = first + (Math.ceil(scroller.clientHeight / LINE / SPARE) + 2) * SPARE;
    if (from === this.#from && to === this.#to) return;
    this.#from = from;
    this.#to = to;
    this.requestUpdate();
  };

  readonly #onSearch = (event: Event): void => {
    this.#wanted = (event.target as HTMLInputElement).value;
    this.#from = 0;
    this.renderRoot.querySelector('.scroller')?.scrollTo(0, 0);
    this.requestUpdate();
  };
}

function mark(name: string, label: string, picture: TemplateResult): TemplateResult {
  return html`<span class="mark ${name}" part="mark" role="img" aria-label=${label} title=${label}
    >${picture}</span
  >`;
}

export { PeopleContent as Content };

export const parts =
  'field, count, people, person, avatar, name, mark, message, button, pin-button, volume-button, menu, mute-button, slider';
