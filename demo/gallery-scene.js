/**
 * A page with one call in it, and what a state of the gallery does to bring it about: through the product's public ways
 * and its simulated engine alone.
 */
import '/src/define.ts';
import { signalText } from '/src/call/signal.ts';
import { directionOf } from '/src/i18n/languages.ts';
import { CallError } from '/src/index.ts';
import { createSimulatedWorld, syntheticDevices } from '/src/engine/simulated/testing.ts';

const PATIENCE = 10_000;
const NAMES = [
  'Ana Ruiz',
  'Ben Carter',
  'Chidi Okafor',
  'Đặng Thị Hoa',
  '李小龙',
  'Fatima al-Zahra',
  'Hiro Tanaka',
  'Inês Duarte',
  'João Prado',
  'Kofi Mensah',
  'Lena Vogel',
  'Mehmet Yıldız',
];

// Browsers block sound before a gesture, and a gallery needs none.
const { play } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.play = function () {
  this.muted = true;
  return play.call(this);
};

export class Scene {
  world = createSimulatedWorld();
  room = this.world.room('gallery');
  devices = syntheticDevices();
  call;
  #box;
  #listeners = new Set();

  /**
   * @param place where the page of the state is put, in place of what is there
   * @param look the theme and language of the whole page; both stay as they are when absent
   */
  constructor(place, { call: properties = {}, html = '<zego-call id="call"></zego-call>', box = '' }, look) {
    this.#box = document.createElement('div');
    this.#box.className = 'scene';
    this.#box.innerHTML = html;
    this.call = this.#box.querySelector('zego-call');
    const given = { room: 'gallery', user: 'me', userName: 'Jonas Berg', devices: this.devices };
    Object.assign(this.call, given, { engine: () => this.#engine() }, properties);
    this.call.style.cssText = box;
    if (look) this.wear(look);
    place.replaceChildren(this.#box);
  }

  wear({ theme = 'auto', lang = 'en' }) {
    const root = document.documentElement;
    Object.assign(root, { lang, dir: directionOf(lang) });
    root.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
    this.call.theme = theme;
  }

  /** Somebody with microphone and camera on, or with what `stream` says; `null`: with neither. */
  enter(name, stream = {}) {
    const id = `person-${this.room.users.length}`;
    const person = this.room.enter({ id, name });
    if (stream) person.publish(stream);
    return person;
  }

  /** So many others, as different as people are: every fourth without a picture, every third muted. */
  people(count) {
    return Array.from({ length: count }, (_, nth) =>
      this.enter(NAMES[nth % NAMES.length], { audio: nth % 3 !== 1, video: nth % 4 !== 3 }),
    );
  }

  /** What their own page sends when that one raises a hand. */
  raiseHand(person) {
    person.signal(signalText({ type: 'hand', raised: true }));
  }

  /** Joins, and waits until the others are to be seen. */
  async join() {
    await this.call.join();
    const { streams } = this.room;
    const theirs = streams.filter(({ user }) => user.id !== 'me');
    await this.comesTrue(() => this.all('zego-tile').length === theirs.length, 'everybody is there');
    // Until they have places all are hidden; later only those on other pages are.
    if (theirs.length > 0) await this.sees('zego-tile:not([hidden])');
    await this.comesTrue(
      () => this.all('zego-tile').every((tile) => tile.hidden || tile.style.inlineSize !== ''),
      'everybody has a place',
    );
    // What makes a stay comfortable comes a moment later, and moves things again.
    if (this.all('.room zego-preview').length > 0) await this.sees('zego-preview > button');
  }

  /** What a button does whose part this is. */
  async press(part) {
    (await this.sees(`[part~="${part}"]`)).click();
  }

  /** The first element that matches, in whatever shadow root it is, once it is there. */
  async sees(selector) {
    await this.comesTrue(() => this.all(selector).length > 0, `${selector} is there`);
    return this.all(selector)[0];
  }

  /** Once there are words in the piece whose part this is. */
  async tells(part) {
    const words = ({ shadowRoot, textContent }) => (shadowRoot ?? { textContent }).textContent.trim();
    await this.comesTrue(() => this.all(`[part~="${part}"]`).some(words), `${part} tells something`);
  }

  all(selector) {
    const roots = [this.#box];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  }

  error(code) {
    return new CallError(code, 'As the gallery wants it');
  }

  /** So many more cameras, microphones and speakers to choose from. */
  plugIn(count) {
    const enumerate = this.devices.enumerateDevices.bind(this.devices);
    const kinds = { videoinput: 'Camera', audioinput: 'Microphone', audiooutput: 'Speaker' };
    const more = Object.entries(kinds).flatMap(([kind, name]) =>
      Array.from({ length: count }, (_, nth) => ({
        kind,
        deviceId: `${kind}-${nth}`,
        groupId: '',
        label: `${name} ${nth + 1} of a very well equipped room`,
      })),
    );
    this.devices.enumerateDevices = async () => [...(await enumerate()), ...more];
  }

  /** Reports what no script of the simulated room brings about, as the call's engine. */
  report(event) {
    for (const listener of [...this.#listeners]) listener(event);
  }

  async comesTrue(condition, what) {
    const start = performance.now();
    while (!condition()) {
      if (performance.now() - start > PATIENCE) throw new Error(`Never came true: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Until nothing moves or is loaded any more. */
  async rests() {
    await this.comesTrue(
      () => this.all('video').every((video) => !video.srcObject || video.readyState > 1 || !isSeen(video)),
      'every picture is there',
    );
    let last = '';
    const shape = () =>
      this.all('*')
        .map(({ className, clientWidth }) => `${className}${clientWidth}`)
        .join();
    for (let calm = 0; calm < 3; calm++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const now = shape();
      if (now !== last) calm = 0;
      last = now;
    }
  }

  async end() {
    await this.call.leave();
    for (const user of this.room.users) this.room.kick(user.id);
    this.#box.remove();
  }

  #engine() {
    const engine = this.world.createEngine();
    const subscribe = engine.subscribe.bind(engine);
    engine.subscribe = (listener) => {
      const unsubscribe = subscribe(listener);
      this.#listeners.add(listener);
      return () => {
        this.#listeners.delete(listener);
        unsubscribe();
      };
    };
    return engine;
  }
}

function isSeen(element) {
  return element.checkVisibility() && !element.hasAttribute('data-empty');
}
