import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type CallConfig, DEFAULT_CONFIG, isComplete, type TokenProvider } from '../call/call-config.js';
import type { CallReport } from '../call/call-report.js';
import { CallSession, type SendOptions } from '../call/call-session.js';
import type { Size } from '../call/receive-plan.js';
import {
  type CallState,
  type ChatMessage,
  type ChoiceKind,
  type ConnectionStatus,
  isInRoom,
  type Participant,
} from '../call/call-state.js';
import type { HostCommandPolicy } from '../call/host-command.js';
import type { CallEngine, Effects } from '../engine/call-engine.js';
import type { CallError } from '../engine/call-error.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import type { EngineName } from '../engine/load-engine.js';
import type { ZegoOptions, ZegoScenario } from '../engine/zego-options.js';
import type { ReactionName } from '../call/signal.js';
import type { ScreenQuality, ScreenQualityName } from '../call/screen-quality.js';
import type { QualityName, VideoQuality } from '../call/video-quality.js';
import { adopt } from '../ui/adopt.js';
import type { CallStrings } from '../i18n/strings.js';
import { nearest, rootsAround } from '../ui/around.js';
import { callContext } from '../ui/call-context.js';
import { CallView, type Layout, LAYOUTS, viewContext } from '../ui/call-view.js';
import { quietly } from '../ui/own-devices.js';
import { keepFocus } from '../ui/keep-focus.js';
import { later, Lazy } from '../ui/lazy.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';
import { Texts, textsContext } from '../ui/texts.js';
import { type CallEventEntry, eventsBetween } from './call-events.js';
import { callStyles } from './zego-call.styles.js';

/** A move in the page takes the element out and puts it back; only what stays out this long, in ms, ends the call. */
const TEARDOWN_DELAY = 100;
/** How long `autojoin` waits, in ms, for what a page sets after the element is there, before it says what is missing. */
const AUTOJOIN_PATIENCE = 1_000;

const LANGUAGE_CHANGES = { attributeFilter: ['lang'], subtree: true };

const CONFIG_KEYS = [
  'room',
  'user',
  'userName',
  'engine',
  'appId',
  'server',
  'token',
  'tokenUrl',
  'tokenProvider',
  'mode',
  'viewOnly',
  'cameraOff',
  'microphoneOff',
  'quality',
  'screenQuality',
  'backgroundAssets',
  'scenario',
  'zegoOptions',
  'hostCommands',
] as const satisfies readonly (keyof CallConfig)[];

/**
 * A whole video call in one tag. Without children it renders the complete interface; with children the page
 * composes its own from `<zego-preview>`, `<zego-remote-grid>`, `<zego-controls>` and the others. Taking it out
 * of the page, or closing the page, leaves the call and turns camera and microphone off.
 *
 * @summary A whole video call.
 * @tagname zego-call
 * @attribute {string} lang - the language of the interface: its own, or that of the nearest element around it that has one.
 *   Followed while it changes; English where there is none, or none that is spoken here.
 * @slot - an interface of the page's own, in place of the default one
 * @slot toolbar - buttons of the page's own in the default toolbar
 * @slot empty - shown while nobody else sends anything
 * @slot captions - what is said, as text, above the toolbar: the newest three lines, the rest by scrolling; `aria-live` is up to the page
 * @attr {'on' | 'off'} [shortcuts=on] - `off`: Alt+Shift with a letter does nothing. Read when a room is entered
 * @slot logo - at the top of the lobby
 * @slot lobby - below the form of the lobby
 * @slot end - shown after the call, in place of the lobby
 * @csspart lobby - the `<zego-lobby>`
 * @csspart grid - the `<zego-remote-grid>`
 * @csspart preview - the `<zego-preview>`
 * @csspart hide-button - hides the own preview, and shows it again
 * @csspart controls - the `<zego-controls>`
 * @csspart banner - reconnecting, and problems that do not end the call
 * @csspart captions - around the text of that slot
 * @csspart side-panel - the panel beside the pictures
 * @csspart panel - the `<zego-chat>` or `<zego-people>` in it
 * @csspart close-button - closes the side panel
 * @csspart button - buttons in the banner, the side panel and the invitation
 * @csspart offer-button - takes a device that was plugged in
 * @csspart copy-button - copies the link to invite others with
 * @csspart link - the field with that link, where the browser does not let it be copied
 * @cssstate idle - not joined yet
 * @cssstate joining - on the way into the room
 * @cssstate joined - in the room
 * @cssstate reconnecting - the connection was lost, and is tried again
 * @cssstate ended - the call is over
 * @cssstate failed - the room could not be entered
 * @cssstate rtl - the language is written from right to left
 * @attr {compact | comfortable} density - `compact` makes buttons and gaps smaller
 * @fires {CustomEvent<{state: string, previous: string}>} zego-state - the connection's status changed
 * @fires {CustomEvent<{room: string, user: string}>} zego-joined - we are in the room
 * @fires {CustomEvent<{room: string, user: string, reason: string, error?: CallError, by?: User}>} zego-left - we are out of it again; `by` is whose host command we followed
 * @fires {CustomEvent<{participant: Participant}>} zego-participant-joined - somebody came
 * @fires {CustomEvent<{participant: Participant}>} zego-participant-left - somebody went
 * @fires {CustomEvent<{stream: RemoteStream}>} zego-stream-added - somebody started to send
 * @fires {CustomEvent<{stream: RemoteStream}>} zego-stream-removed - somebody stopped sending
 * @fires {CustomEvent<{message: ChatMessage}>} zego-message - a text message, our own included
 * @fires {CustomEvent<{participant: Participant | null}>} zego-active-speaker - somebody else speaks; null when nobody does any more
 * @fires {CustomEvent<{error: CallError}>} zego-error - anything that went wrong, also what does not end the call
 */
export class ZegoCall extends LitElement {
  static override styles = [baseStyles, buttonStyles, callStyles];

  /** The room's ID: 1-128 of ``A-Z a-z 0-9 ! # $ & ' ( ) * + , - . ; < = > @ \ ^ _ ` ~``. Another one during a call leaves and joins it. */
  @property() room = '';
  /** Our user ID, the one the token was made for: 1-64 of the same characters as `room`. */
  @property() user = '';
  /** Shown to others: any text up to 256 characters. The user ID when empty. */
  @property({ attribute: 'user-name' }) userName = '';
  /** A Token04 for the ZEGO engine. Setting another one during a call renews it. */
  @property() token = '';
  /** Where to get tokens: POSTed `{"room","user"}` as JSON with same-origin credentials; answers `{"token"}`. */
  @property({ attribute: 'token-url' }) tokenUrl = '';
  /** Makes tokens in the page; wins over `token` and `tokenUrl`. */
  @property({ attribute: false }) tokenProvider: TokenProvider | null = null;
  /** The ZEGO project's app ID: a positive whole number. Only the ZEGO engine needs it. */
  @property({ attribute: 'app-id', type: Number }) appId: number | undefined;
  /** Optional for ZEGO: one or several, apart by spaces or commas. For `engine="local"` a `ws:` relay; absent, the tabs of this browser find each other. */
  @property() server = '';
  /** What carries the call: `zego`, `local`, `simulated`, or a function that makes an engine. */
  @property() engine: EngineName | (() => CallEngine) = 'zego';
  /** Where pictures and sound come from; by default this machine's camera and microphone. Set before joining. */
  @property({ attribute: false }) devices: CaptureDevices | null = null;
  /** Joins, without the lobby, as soon as room, user and credentials are there. */
  @property({ type: Boolean }) autojoin = false;
  /** `audio`: no camera is ever asked for. */
  @property() mode: 'video' | 'audio' = 'video';
  /** Watch without publishing: no device is asked for. */
  @property({ attribute: 'view-only', type: Boolean }) viewOnly = false;
  /** Start with the camera off. */
  @property({ attribute: 'camera-off', type: Boolean }) cameraOff = false;
  /** Start with the microphone off. */
  @property({ attribute: 'microphone-off', type: Boolean }) microphoneOff = false;
  /**
   * What the camera is asked for, and how much of it is sent: `low` (640 × 360 at 15 pictures a second, 400 kbit/s),
   * `standard` (1280 × 720 at 30, 1,200 kbit/s) or `hd` (1920 × 1080 at 30, 3,000 kbit/s). As a property also
   * `{width, height, frameRate, bitrate}`: whole numbers, `frameRate` up to 60, `bitrate` 50 to 10,000 kbit/s. Anything
   * else refuses the join as `invalid-config`.
   */
  @property() quality: QualityName | VideoQuality = 'standard';
  /**
   * How a shared screen is captured and sent: `text` (sharp, at most 15 pictures a second, 1,500 kbit/s) or `motion` (smooth,
   * for videos: 30, 3,000 kbit/s), with its sound where the browser can share it. As a property also
   * `{content, frameRate, bitrate, audio, codec}`: `frameRate` 1 to 60; `bitrate` 50 to 10,000 kbit/s; `audio: false`
   * shares no sound; `codec` is `VP8`, `H264` or `H265`, for the ZEGO engine only. Anything else is refused as
   * `invalid-config`. Read whenever sharing starts.
   */
  @property({ attribute: 'screen-quality' }) screenQuality: ScreenQualityName | ScreenQuality = 'text';
  /**
   * Where the page hosts the files of ZEGO's background effects, a paid plugin: the address of a folder with `web.data` and
   * the `.wasm` files of `zego-express-engine-webrtc/background-process/assets`. Without it there are no background effects.
   * Set before joining.
   */
  @property({ attribute: 'background-assets' }) backgroundAssets = '';
  /**
   * What ZEGO's cloud tunes streams for; everybody in a room should name the same: `default`, `standard-video-call`,
   * `high-quality-video-call`, `standard-chatroom`, `high-quality-chatroom`, `broadcast` or `karaoke`. Anything else refuses
   * the join as `invalid-config`. Only the ZEGO engine uses it. Set before joining.
   */
  @property() scenario: ZegoScenario = 'standard-video-call';
  /**
   * How ZEGO's cloud is reached: `geoFence` (`{include}` or `{exclude}`, a list of `CN`, `NA`, `EU`, `AS`, `IN`), `cloudProxy`
   * (`{hosts: [{hostName, port}], token}`), `localProxy` (`{signaling, logs, logFiles}`, each a host), `consoleLog` and
   * `logUpload` (`debug`, `info`, `warn`, `error` or `disable`, the default). The SDK takes them only before it starts, so set
   * them before the first call of the page: later changes, unknown names and wrong values refuse the join as
   * `invalid-config`.
   */
  @property({ attribute: false }) zegoOptions: ZegoOptions = {};
  /**
   * Honors what hosts of ZEGO's prebuilt kits ask: to turn the camera or the microphone off, and to leave. Off by default:
   * the room can't prove who is a host, so everybody in it can ask. As a property also a function that gets
   * `{action, from}`, with an action of `turn-camera-off`, `turn-microphone-off` or `leave` and the user `{id, name}`, and
   * returns `true` to honor it. The user is told who asked; nothing is ever turned on.
   */
  @property({ attribute: 'host-commands', converter: { fromAttribute: isSet } })
  hostCommands: HostCommandPolicy = false;
  /** Light or dark; `auto` follows the system. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /**
   * How the pictures are arranged: `auto` (a shared screen or somebody pinned takes the stage, else all are equal), `grid`
   * (all equal), `speaker` (whoever speaks is large, the others small below), `sidebar` (the same, the others beside).
   * Anything else counts as `auto`.
   */
  @property() layout: Layout = 'auto';
  /**
   * The link that a participant who is alone in the room can copy to invite others; the page's own address when empty.
   * Either way, what identifies the inviter or grants access is removed from it: parameters of the query and of the hash
   * with names such as `user`, `userName`, `email`, `token`, `password` or `code`, and parameters with the inviter's user ID,
   * user name or token as their value. A parameter whose value is the room stays.
   */
  @property({ attribute: 'invite-url' }) inviteUrl = '';
  /** The toolbar's buttons, in this order: any of `microphone camera screen chat people hand reactions switch-camera settings pip fullscreen leave`; all of them when empty. */
  @property() controls = '';
  /**
   * Texts of the page's own, in place of those of the language: `{join: 'Enter', errors: {'room-full': 'All seats are taken.'}}`.
   * Another object replaces them all; `null` brings back those of the language.
   */
  @property({ attribute: false }) strings: CallStrings | null = null;

  readonly #session = new CallSession(() => this.devices);
  readonly #texts = new Texts();
  readonly #view = new CallView();
  readonly #internals = this.attachInternals();
  readonly #side = new Lazy(this, async () => {
    const { sidePanel, sidePanelStyles } = await import('./side-panel.js');
    adopt(this, sidePanelStyles);
    return sidePanel;
  });
  readonly #extras = new Lazy(
    this,
    later(() => import('./room-extras.js')),
  );
  readonly #around = new MutationObserver(() => this.requestUpdate());
  readonly #comfort = new Lazy(
    this,
    later(async () => {
      const { RoomComfort } = await import('../ui/room-comfort.js');
      return new RoomComfort({ call: this, session: this.#session, texts: this.#texts, view: this.#view });
    }),
  );
  #teardown: ReturnType<typeof setTimeout> | undefined;
  #autojoin: ReturnType<typeof setTimeout> | undefined;
  #page: AbortController | null = null;
  #given: CallConfig = DEFAULT_CONFIG;

  constructor() {
    super();
    new ContextProvider(this, { context: callContext, initialValue: this.#session });
    new ContextProvider(this, { context: textsContext, initialValue: this.#texts });
    new ContextProvider(this, { context: viewContext, initialValue: this.#view });
    this.#texts.subscribe(() => this.requestUpdate());
    this.#view.subscribe(() => this.requestUpdate());
    this.#session.subscribe((state, previous) => this.#follow(state, previous));
    this.#internals.role = 'region';
    this.#internals.states.add('idle');
  }

  /** The call as it stands: one frozen snapshot, replaced at every change. */
  get state(): CallState {
    return this.#session.state;
  }

  /** Everybody else in the room, in order of arrival. */
  get participants(): readonly Participant[] {
    return this.state.participants;
  }

  /** The newest 500 messages of this call, oldest first; `zego-message` tells of each. */
  get messages(): readonly ChatMessage[] {
    return this.state.messages;
  }

  /** Why the call failed or ended, or else the newest problem that did not end it. */
  get error(): CallError | null {
    const { connection, notice } = this.state;
    return 'error' in connection ? (connection.error ?? notice) : notice;
  }

  /** Enters the room. While joining or joined, it settles as the join before it does. */
  async join(): Promise<void> {
    this.#configure();
    await this.#session.join();
  }

  /** Leaves at once, also while joining, and turns camera and microphone off. */
  leave(): Promise<void> {
    return this.#session.leave();
  }

  /** Unmutes or mutes; resolves when it is so. */
  setMicrophone(on: boolean): Promise<void> {
    return this.#session.setMicrophone(on);
  }

  /** Turns the camera on or off, its light too; resolves when it is so. */
  setCamera(on: boolean): Promise<void> {
    return this.#session.setCamera(on);
  }

  /**
   * Uses that device of `state.devices`, without a gap when it is on, and remembers it for later visits (in
   * `localStorage`, under `zego-call:devices`). Rejects with `device-not-found` when there is no such device.
   */
  selectDevice(kind: ChoiceKind, deviceId: string): Promise<void> {
    return this.#session.selectDevice(kind, deviceId);
  }

  /** From the front camera to the back one, or to the next there is. Rejects with `device-not-found` when it is alone. */
  switchCamera(): Promise<void> {
    return this.#session.switchCamera();
  }

  /**
   * Changes how my picture looks to others, now and in later calls: `beauty` with `smooth`, `whiten`, `rosy` and
   * `sharpen`, each from 0 to 100; `lowLight`, which lightens a dark picture; `background`, either `{blur}` of `low`,
   * `medium` or `high`, or `{image}`, an address or a `Blob`, which needs `background-assets`; `{}` ends all. In a call my
   * own preview shows it too. Rejects with `unsupported` where the engine or the browser can't, and then all is off; with
   * `invalid-config` for other values, for an image that can't be loaded and for a missing or wrong `background-assets`,
   * and with `network` or `timeout` when files don't come: then all is as it was.
   */
  setEffects(effects: Effects): Promise<void> {
    return this.#session.setEffects(effects);
  }

  /** Lets the person choose a screen and shares it. Rejects with `aborted` when they choose none. */
  startScreenShare(): Promise<void> {
    return this.#session.startScreenShare();
  }

  /** Stops sharing the screen; harmless when none is shared. */
  stopScreenShare(): Promise<void> {
    return this.#session.stopScreenShare();
  }

  /**
   * Sends text to everyone in the room: 1 to 1,024 bytes in UTF-8, without the space around it. Resolves when it is
   * sent. ZEGO takes one message a second: further ones wait for their turn, and for a lost connection, up to 14 s; then
   * they fail with `timeout` or with what kept them. In rooms with more than 500 people, ZEGO may deliver it to the
   * first 500 only. With `{kind: 'barrage'}` it waits for nothing and reaches everyone, but may be lost. Rejects with
   * `message-rejected` for text that can't be sent.
   */
  sendMessage(text: string, options: SendOptions = {}): Promise<void> {
    return this.#session.sendMessage(text, options);
  }

  /** Sends a message of `messages` again that has failed; it keeps its place. Rejects with `message-rejected` for others. */
  retryMessage(id: string): Promise<void> {
    return this.#session.retryMessage(id);
  }

  /**
   * Publishes microphone and camera again after that has failed; `state.self.publishError` says so. Rejects with whatever went
   * wrong; with `aborted` outside a room.
   */
  retryPublishing(): Promise<void> {
    return this.#session.retryPublishing();
  }

  /** Plays a stream of somebody else again whose `play` is `failed`; harmless for any other. */
  retryPlaying(streamId: string): void {
    this.#session.retryPlaying(streamId);
  }

  /** Raises my hand, or lowers it; `state.hands` has it when the room was told. Rejects with `aborted` outside a room. */
  raiseHand(raised: boolean): Promise<void> {
    return this.#session.raiseHand(raised);
  }

  /**
   * Shows everybody one of `like love applause laugh wow party` for a moment. Rejects with `message-rejected` for other
   * names, and sooner than 500 ms after the last one; with `aborted` outside a room.
   */
  react(name: ReactionName): Promise<void> {
    return this.#session.react(name);
  }

  /** Says that the person has read all messages: `state.unread` is 0 until the next one comes. An open chat does it. */
  markRead(): void {
    this.#session.markRead();
  }

  /**
   * Says how large the page itself shows a stream, in a `<video>` of its own; tiles say so by themselves. Only the sound
   * is received of a stream that nobody shows. To be said again when the size changes.
   * @param size `{width, height}` in device pixels; null when it is shown no more, or can't be seen.
   */
  seen(streamId: string, size: Size | null): void {
    this.#session.seen(streamId, size);
  }

  /**
   * Changes how loud the person hears a participant: from 0, which mutes them for the person alone, to 1, the default. It
   * counts for all their streams, such as the sound of a shared screen, and is kept for as long as this element exists: for
   * a participant who is not here yet or comes back, and in later calls. `participant.volume` has it. Nobody else learns of
   * it. Rejects with `invalid-config`, which names the argument, for an empty user ID and for other values. iPhones and iPads
   * can only mute: there, every volume above 0 sounds like 1.
   */
  setParticipantVolume(userId: string, volume: number): Promise<void> {
    return this.#session.setParticipantVolume(userId, volume);
  }

  /** Keeps somebody large, also when they come later or speak again; `null`: nobody any more. Others see nothing of it. */
  pin(userId: string | null): Promise<void> {
    this.#view.choose({ pinned: userId });
    return Promise.resolve();
  }

  /**
   * What happened so far, for whoever is to help when a call goes wrong: plain data for `JSON.stringify`, with versions, IDs,
   * the newest 500 events and the last statistics of each stream, and without tokens, messages, names of people or devices.
   * Recorded from the first command on; kept in memory only, and sent to nobody. Rejects with `network` or `timeout` when
   * the code for it can't be loaded.
   */
  getReport(): Promise<CallReport> {
    return this.#session.getReport();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#teardown);
    this.#around.observe(this, { childList: true });
    for (const root of rootsAround(this)) this.#around.observe(root, LANGUAGE_CHANGES);
    this.requestUpdate(); // Here may be another language than where it was.
    if (!this.#page) {
      this.#page = new AbortController();
      addEventListener('pagehide', () => void this.leave(), { signal: this.#page.signal });
    }
    if (this.hasUpdated && this.state.connection.status === 'idle') this.#joinByItself();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#autojoin);
    this.#around.disconnect();
    this.#teardown = setTimeout(() => {
      this.#page?.abort();
      this.#page = null;
      void this.leave();
    }, TEARDOWN_DELAY);
  }

  /** Focuses the toolbar in a call, and the button that joins outside of it. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<LitElement>('zego-controls, zego-lobby');
    void target?.updateComplete.then(() => target.focus(options));
  }

  protected override update(changed: PropertyValues): void {
    keepFocus(this, () => super.update(changed));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isConfigured = CONFIG_KEYS.some((key) => changed.has(key));
    if (isConfigured) this.#configure();
    if (isConfigured || changed.has('autojoin')) this.#joinByItself();
    if (changed.has('layout'))
      this.#view.choose({ layout: LAYOUTS.includes(this.layout) ? this.layout : 'auto' });
    const { language } = this.#view.choices;
    if (language) void this.#texts.use(language, null);
    else if (this.isConnected) void this.#texts.use(nearest(this, '[lang]')?.lang ?? '', this.strings);
  }

  protected override updated(): void {
    const { dir, strings } = this.#texts.speech;
    this.#internals.ariaLabel = strings.call;
    this.#internals.states[dir === 'rtl' ? 'add' : 'delete']('rtl');
    if (isInRoom(this.state.connection)) this.#comfort.need();
  }

  protected override render(): TemplateResult {
    if (this.#has('')) return html`<slot class="composed"></slot>`;
    const { connection } = this.state;
    if (isInRoom(connection)) return this.#room();
    if (connection.status === 'ended' && this.#has('end')) return html`<slot name="end"></slot>`;
    return html`<zego-lobby part="lobby">
      <slot name="logo" slot="logo"></slot><slot name="lobby"></slot>
    </zego-lobby>`;
  }

  #room(): TemplateResult {
    const { panel } = this.#view.choices;
    const extras = this.#extras.need();
    return html`<div class="room" lang=${this.#texts.speech.lang}>
      ${extras?.banner()}
      <div class="middle">
        <div class="people">
          <zego-remote-grid part="grid">
            ${this.#has('empty') ? html`<slot name="empty" slot="empty"></slot>` : extras?.invitation(this.inviteUrl, this.token)}
            ${this.viewOnly ? nothing : html`<zego-preview part="preview"></zego-preview>`}
          </zego-remote-grid>
        </div>
        ${panel ? this.#side.need()?.(panel, this.#texts, this.#closeSide) : nothing}
      </div>
      <div part="captions"><slot name="captions"></slot></div>
      <zego-controls part="controls" controls=${this.controls} .docks=${true}>
        <slot name="toolbar"></slot>
      </zego-controls>
    </div>`;
  }

  /** Whether the page gives something for that slot. A slot that is handed on, even an empty one, hides the default. */
  #has(name: string): boolean {
    return [...this.children].some(({ slot }) => slot === name);
  }

  readonly #closeSide = (): void => {
    this.#view.choose({ panel: null });
    this.renderRoot.querySelector('zego-controls')?.focus();
  };

  /** Hands on what the page has changed, and only that: the person may have given another name in the lobby. */
  #configure(): void {
    const changed = CONFIG_KEYS.filter((key) => !Object.is(this[key], this.#given[key]));
    if (changed.length === 0) return;
    const change: Partial<CallConfig> = Object.fromEntries(changed.map((key) => [key, this[key]]));
    this.#given = { ...this.#given, ...change };
    this.#session.configure(change);
  }

  /**
   * Whoever has left, or was sent away, is not brought back by an attribute; a join that failed is tried anew.
   * Out of the page nothing joins by itself: nothing would ever leave.
   */
  #joinByItself(): void {
    clearTimeout(this.#autojoin);
    const { connection } = this.state;
    if (!this.autojoin || !this.isConnected || !['idle', 'failed'].includes(connection.status)) return;
    if (isComplete(this.#session.config)) quietly(this.join());
    else this.#autojoin = setTimeout(() => quietly(this.join()), AUTOJOIN_PATIENCE);
  }

  #follow(state: CallState, previous: CallState): void {
    this.#showState(state.connection.status, previous.connection.status);
    if (state.connection !== previous.connection) this.requestUpdate();
    for (const event of eventsBetween(previous, state)) this.#dispatch(event);
  }

  #showState(status: ConnectionStatus, previous: ConnectionStatus): void {
    this.#internals.states.delete(previous);
    this.#internals.states.add(status);
  }

  #dispatch([name, detail]: CallEventEntry): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** A boolean attribute, of which `"false"` is false. */
function isSet(value: string | null): boolean {
  return value !== null && value !== 'false';
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-call': ZegoCall;
  }
}
