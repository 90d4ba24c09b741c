/**
 * The index of all states, and one state alone: `?state=call-9&theme=dark&lang=ar&width=320`. Each is a page of its own in
 * a frame, so that widths are true; only what can be seen runs.
 */
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { STATES } from './gallery-states.js';
import { languageOptions } from './languages.js';

const THUMB = { width: 280, height: 175 };
const HEIGHTS = { 320: 568, 768: 1024 };
const DEFAULTS = { state: '', filter: '', theme: 'auto', lang: 'en', width: '960' };

const main = document.getElementById('main');
const form = document.getElementById('look');
let look = { ...DEFAULTS, ...Object.fromEntries(new URLSearchParams(location.search)) };

/** How many frames load at once: all together they would keep each other waiting. */
const AT_ONCE = 3;
const waiting = new Set();
const loading = new Set();

const visible = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) waiting.add(target);
      else rest(target);
    }
    loadNext();
  },
  { rootMargin: '100px' },
);

function loadNext() {
  for (const frame of waiting) {
    if (loading.size >= AT_ONCE) return;
    waiting.delete(frame);
    if (frame.getAttribute('src') === frame.dataset.src) continue;
    loading.add(frame);
    frame.addEventListener('load', () => loaded(frame), { once: true });
    frame.src = frame.dataset.src;
  }
}

function loaded(frame) {
  loading.delete(frame);
  loadNext();
}

function rest(frame) {
  waiting.delete(frame);
  frame.removeAttribute('src');
  loaded(frame);
}

function addressOf(change) {
  const wanted = Object.entries({ ...look, ...change }).filter(([name, value]) => value !== DEFAULTS[name]);
  return `?${new URLSearchParams(wanted)}`;
}

/** One, or both to be seen side by side. */
function themesShown() {
  return look.theme === 'both' ? ['light', 'dark'] : [look.theme];
}

function frameOf({ id }, theme) {
  const { lang } = look;
  return `/demo/gallery-state.html?${new URLSearchParams({ state: id, theme, lang })}`;
}

function sizeOf({ viewport }) {
  const width = Number(look.width);
  const [wide, high] = viewport ?? [width, HEIGHTS[width] ?? Math.round(width * 0.625)];
  return { width: wide, height: high };
}

function matches({ group, id, title }) {
  return `${group} ${title} ${id}`.toLowerCase().includes(look.filter.trim().toLowerCase());
}

function card(state) {
  const { height, width } = sizeOf(state);
  const scale = Math.min(THUMB.width / width, THUMB.height / height);
  const style = `--width: ${width}; --height: ${height}; --scale: ${scale}; margin-inline-start: ${(THUMB.width - width * scale) / 2}px`;
  return html`<li>
    ${themesShown().map(
      (theme) =>
        html`<div class="thumb">
          <iframe
            inert
            tabindex="-1"
            title=${`${state.group}: ${state.title}`}
            data-src=${frameOf(state, theme)}
            style=${style}
          ></iframe>
        </div>`,
    )}
    <a href=${addressOf({ state: state.id })}>${state.title}</a>
  </li>`;
}

function index(states) {
  const groups = Map.groupBy(states, ({ group }) => group);
  if (states.length === 0) return html`<p>No state is called so.</p>`;
  return html`${[...groups].map(
    ([group, members]) =>
      html`<section aria-label=${group}>
        <h2>${group}</h2>
        <ul>
          ${repeat(members, ({ id }) => id, card)}
        </ul>
      </section>`,
  )}`;
}

function one(state) {
  const at = STATES.indexOf(state);
  const { height, width } = sizeOf(state);
  const step = (other, label) =>
    other ? html`<a class="button" href=${addressOf({ state: other.id })}>${label}</a>` : nothing;
  return html`<div class="one">
    <header>
      <h2>${state.title} <small>${state.group}, ${width} × ${height}</small></h2>
      ${step(STATES[at - 1], 'Previous')} ${step(STATES[at + 1], 'Next')}
      <a class="button" href=${frameOf(state, themesShown()[0])} target="_blank" rel="noopener">Alone</a>
      <a class="button" href=${addressOf({ state: '' })}>All states</a>
    </header>
    <div class="frames" tabindex="0" role="group" aria-label="The state">
      ${themesShown().map(
        (theme) =>
          html`<iframe
            title=${`${state.title}, ${theme}`}
            src=${frameOf(state, theme)}
            width=${width}
            height=${height}
          ></iframe>`,
      )}
    </div>
  </div>`;
}

function update() {
  const state = STATES.find(({ id }) => id === look.state);
  const found = STATES.filter(matches);
  form.elements.filter.closest('label').hidden = Boolean(state);
  document.getElementById('count').textContent = state ? '' : `${found.length} of ${STATES.length} states`;
  render(state ? one(state) : index(found), main);
  for (const frame of main.querySelectorAll('.thumb iframe')) {
    visible.unobserve(frame); // Observed anew, it says again whether it is to be seen.
    visible.observe(frame);
  }
}

render(languageOptions(look.lang), form.elements.lang);
for (const name of ['filter', 'theme', 'width']) form.elements[name].value = look[name];
form.addEventListener('input', () => {
  look = { ...look, ...Object.fromEntries(new FormData(form)) };
  history.replaceState(null, '', addressOf({}));
  update();
});
form.addEventListener('submit', (event) => event.preventDefault());
update();
