import { createContext } from '@lit/context';

export const LAYOUTS = ['auto', 'grid', 'speaker', 'sidebar'] as const;
export type Layout = (typeof LAYOUTS)[number];
export type SidePanel = 'chat' | 'people';

/** What can be played once somebody has touched the page. */
export interface Playable {
  play(): Promise<void>;
}

/** How one call is shown: mostly what a person chose. It changes nothing for others. */
export interface ViewChoices {
  readonly layout: Layout;
  /** The user ID of whoever stays large; null while nobody is chosen. */
  readonly pinned: string | null;
  /** What stands beside the pictures; null while they have all the room. */
  readonly panel: SidePanel | null;
  /** The tag of the language to speak, or that of the page when there is none. */
  readonly language?: string | null | undefined;
  /** Whether each picture says how it fares. */
  readonly statistics?: boolean;
  /** Whether the call fills the screen. */
  readonly fullscreen?: boolean;
  /** Whether a small window over all others shows who speaks. */
  readonly pip?: boolean;
  /** Whether the call listens to shortcuts; absent where it has none. */
  readonly shortcuts?: 'on' | 'off' | undefined;
  /** What the browser does not let play before a gesture. */
  readonly silenced: readonly Playable[];
}

const DEFAULT_CHOICES: ViewChoices = Object.freeze({
  layout: 'auto',
  pinned: null,
  panel: null,
  silenced: [],
});

/** How one call is shown: shared by its elements, whoever of them changes it. */
export class CallView {
  readonly #listeners = new Set<() => void>();
  #choices = DEFAULT_CHOICES;

  get choices(): ViewChoices {
    return this.#choices;
  }

  choose(change: Partial<ViewChoices>): void {
    this.#choices = Object.freeze({ ...this.#choices, ...change });
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const viewContext = createContext<CallView>(Symbol.for('zego-call-view'));

/** For elements that have no call yet. Nobody changes it. */
export const NO_VIEW: CallView = new CallView();
