/** The studio: edits the tokens beside running simulated calls. What is chosen stands in the address, to be shared. */
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { hexOf, valueOf } from './colors.js';
import { Scene } from './gallery-scene.js';
import { STATES } from './gallery-states.js';
import { languageOptions } from './languages.js';
import {
  contrasts,
  cssOf,
  declarations,
  hashOf,
  htmlOf,
  isThemed,
  isValid,
  readHash,
  THEMES,
} from './studio-model.js';
import { BRANDS } from './studio-themes.js';

const [tokens, pairs] = await Promise.all([load('/src/ui/tokens.json'), load('/src/ui/token-pairs.json')]);
const TIERS = { palette: 'Palette', meaning: 'Meaning', component: 'Components' };
const MOST_PEOPLE = 60;

/** What the bar offers, each with the words for it. */
const CHOICES = {
  state: [
    ['', 'A call'],
    ['lobby', 'Lobby'],
    ['call-1', 'Alone'],
    ['chat-many', 'Chat'],
    ['people', 'List of people'],
    ['trouble-reconnecting', 'Reconnecting'],
    ['error-network', 'A problem'],
    ['end-left', 'The end'],
  ],
  theme: [['', 'both'], ...THEMES.map((theme) => [theme, theme])],
  width: [['', 'any'], ...['320', '768', '1024'].map((width) => [width, `${width} px`])],
  density: [
    ['', 'comfortable'],
    ['compact', 'compact'],
  ],
};
const TITLES = { state: 'State', theme: 'Theme', width: 'Width', density: 'Density', lang: 'Language' };
/** What needs other calls; the rest is put on those that are there. */
const SCENERY = ['state', 'theme', 'people'];

/** The very declarations that are exported. */
const sheet = new CSSStyleSheet();
sheet.insertRule('zego-call {}');
document.adoptedStyleSheets.push(sheet);

let choice = readHash(tokens, location.hash);
let scenes = [];
let changing = Promise.resolve();
const past = [];
let lastChange = '';
let copied = {};

async function load(path) {
  return (await fetch(path)).json();
}

function update() {
  history.replaceState(null, '', hashOf(choice));
  render(page(), document.getElementById('main'));
  dress();
}

/** `what` is changed: Undo takes back all that was done to it in a row. */
function change(what, set) {
  if (what !== lastChange) past.push(choice.set);
  lastChange = what;
  choice = { ...choice, set };
  copied = {};
  update();
}

function setToken(key, value) {
  const others = Object.entries(choice.set).filter(([each]) => each !== key);
  change(key, Object.fromEntries(value ? [...others, [key, value]] : others));
}

function resetToken(name) {
  const others = Object.entries(choice.set).filter(([key]) => key.split(':')[0] !== name);
  change(`reset ${name}`, Object.fromEntries(others));
  document.querySelector(`[name^="${name}"]`).focus(); // Its button is gone.
}

function undo() {
  choice = { ...choice, set: past.pop() };
  lastChange = '';
  update();
}

function setShown(name, value) {
  choice = { ...choice, shown: { ...choice.shown, [name]: value } };
  copied = {};
  update();
  if (SCENERY.includes(name)) begin();
}

async function copy(what, text) {
  try {
    await navigator.clipboard.writeText(text);
    copied = { what, words: 'Copied.' };
  } catch {
    copied = { what, words: 'The browser does not allow it. Select and copy it yourself.' };
  }
  update();
}

/** New calls for what is chosen, once those before are gone. */
function begin() {
  delete document.documentElement.dataset.ready;
  changing = changing.then(changeScenes);
  return changing;
}

async function changeScenes() {
  const box = document.querySelector('.scenes');
  const focused = document.activeElement;
  await Promise.all(scenes.map((scene) => scene.end()));
  const places = themesShown().map(() => document.createElement('div'));
  box.replaceChildren(...places);
  const state = STATES.find(({ id }) => id === choice.shown.state) ?? { reach: join };
  scenes = places.map((place) => new Scene(place, state));
  dress();
  await Promise.all(scenes.map((scene) => state.reach?.(scene)));
  if (box.contains(document.activeElement)) focused.focus(); // A chat that opens takes the focus.
  document.documentElement.dataset.ready = 'studio';
}

async function join(scene) {
  scene.people(Math.max(0, Math.min(MOST_PEOPLE, Number(choice.shown.people) || 0)));
  await scene.join();
}

function themesShown() {
  const { theme } = choice.shown;
  return THEMES.includes(theme) ? [theme] : THEMES;
}

function dress() {
  const { density, lang, width } = choice.shown;
  scenes.forEach(({ call }, nth) => {
    call.theme = themesShown()[nth] ?? call.theme;
    for (const [name, value] of Object.entries({ density, lang }))
      if (value) call.setAttribute(name, value);
      else call.removeAttribute(name);
  });
  document.querySelector('.scenes').style.setProperty('--width', width ? `${width}px` : '');
  const { style } = sheet.cssRules[0];
  style.cssText = '';
  for (const [name, value] of declarations(tokens, choice.set)) style.setProperty(name, value);
}

function page() {
  const pairsNow = contrasts(tokens, pairs, choice.set);
  return html`<div class="show">
      ${bar()}
      <section class="canvas" aria-label="The call" tabindex="0"><div class="scenes"></div></section>
    </div>
    <form class="edit" @submit=${(event) => event.preventDefault()}>
      ${summary(pairsNow)} ${brands()} ${Object.keys(TIERS).map((tier) => fields(tier, pairsNow))}
      ${contrastTable(pairsNow)} ${output('CSS', cssOf(tokens, choice.set))}
      ${output('HTML', htmlOf(choice.shown))} ${copyButton('address', location.href)}
    </form>`;
}

function bar() {
  const { people, state } = choice.shown;
  return html`<div class="bar" role="group" aria-label="What is shown">
    ${Object.entries(CHOICES).map(([name, options]) => choices(name, options))}
    ${select('lang', languageOptions(choice.shown.lang))}
    <label
      >People
      <input
        type="number"
        name="people"
        min="0"
        max=${MOST_PEOPLE}
        ?disabled=${Boolean(state)}
        .value=${live(people)}
        @change=${({ target }) => setShown('people', target.value)}
      />
    </label>
  </div>`;
}

function choices(name, options) {
  const chosen = choice.shown[name];
  return select(
    name,
    options.map(
      ([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
    ),
  );
}

function select(name, options) {
  return html`<label
    >${TITLES[name]}
    <select name=${name} @change=${({ target }) => setShown(name, target.value)}>
      ${options}
    </select>
  </label>`;
}

/** What is to be seen wherever one is among the fields. */
function summary(pairsNow) {
  const failing = pairsNow.filter(({ fails }) => fails).length;
  return html`<div class="summary">
    <output data-pass=${failing === 0}>
      ${
        failing === 0
          ? 'Good contrast.'
          : html`<a href="#contrast" @click=${showContrasts}>Too little contrast: ${failing}</a>`
      }
    </output>
    <button type="button" ?disabled=${past.length === 0} @click=${undo}>Undo</button>
    <button type="button" ?disabled=${Object.keys(choice.set).length === 0} @click=${() => change('all', {})}>
      Reset all
    </button>
  </div>`;
}

/** The part of the address behind `#` holds what is chosen. */
function showContrasts(event) {
  event.preventDefault();
  document.getElementById('contrast').focus();
}

function brands() {
  return html`<fieldset>
    <legend><h2>Start from</h2></legend>
    <div class="buttons">
      ${Object.entries(BRANDS).map(([name, set]) => {
        const colors = [set['--zego-brand'], set['--zego-brand-dark']];
        return html`<button type="button" @click=${() => change(name, set)}>
          <span
            class="swatch"
            style="background: linear-gradient(90deg, ${colors[0]} 50%, ${colors[1]} 50%)"
          ></span
          >${name}
        </button>`;
      })}
    </div>
  </fieldset>`;
}

function fields(tier, pairsNow) {
  return html`<fieldset>
    <legend><h2>${TIERS[tier]}</h2></legend>
    ${
      tier === 'palette'
        ? nothing
        : html`<div class="token columns" aria-hidden="true">
            ${THEMES.map((theme) => html`<span>${theme}</span>`)}
          </div>`
    }
    ${tokens.filter((token) => token.tier === tier).map((token) => field(token, pairsNow))}
  </fieldset>`;
}

function field(token, pairsNow) {
  const { about, name } = token;
  const isSet = Object.keys(choice.set).some((key) => key.split(':')[0] === name);
  const warnings = pairsNow.filter(({ fails, surface, text }) => fails && [text, surface].includes(name));
  return html`<div class="token">
    <div class="about">
      <code>${plain(name)}</code>
      <small>${about.replaceAll('`', '')}</small>
    </div>
    ${isThemed(token) ? THEMES.map((theme) => value(token, theme)) : value(token)}
    ${
      isSet
        ? html`<button
            type="button"
            class="reset"
            aria-label=${`Reset ${name}`}
            title="Reset"
            @click=${() => resetToken(name)}
          >
            ↺
          </button>`
        : nothing
    }
    ${warnings.map((pair) => html`<small class="warning">${warning(name, pair)}</small>`)}
  </div>`;
}

function warning(name, { least, ratio, surface, text, theme }) {
  const against = text === name ? `on ${plain(surface)}` : `under ${plain(text)}`;
  return `${theme}: ${ratio.toFixed(2)} to 1 ${against}, needs ${least}`;
}

/** What a token is in a theme, or in both. */
function value(token, theme) {
  const { least = 0, most, name, options, type } = token;
  const key = theme ? `${name}:${theme}` : name;
  const label = theme ? `${name}, ${theme}` : name;
  const now = valueOf(tokens, name, theme ?? 'light', choice.set);
  return html`<div class="value" data-type=${type}>
    ${
      type === 'color'
        ? html`<input
            type="color"
            aria-label=${`${label}, picker`}
            .value=${live(hexOf(now) ?? '#000000')}
            @input=${({ target }) => setToken(key, target.value)}
          />`
        : nothing
    }
    ${
      most
        ? html`<input
            type="range"
            aria-label=${`${label}, slider`}
            min=${least}
            max=${most}
            step=${type === 'number' ? 0.05 : 1}
            .value=${live(/[\d.]+/.exec(now)?.[0] ?? least)}
            @input=${({ target }) => setToken(key, `${target.value}${type === 'length' ? 'px' : ''}`)}
          />`
        : nothing
    }
    <input
      name=${key}
      aria-label=${label}
      autocomplete="off"
      spellcheck="false"
      placeholder=${now}
      list=${options ? `${name}-options` : nothing}
      .value=${live(choice.set[key] ?? choice.set[name] ?? '')}
      @change=${({ target }) => typed(token, key, target)}
    />
    ${
      options
        ? html`<datalist id="${name}-options">
            ${options.map((option) => html`<option value=${option}></option>`)}
          </datalist>`
        : nothing
    }
  </div>`;
}

function typed(token, key, input) {
  const text = input.value.trim();
  const isFine = text === '' || isValid(token, text);
  input.setCustomValidity(isFine ? '' : `“${text}” is no ${token.type} in CSS.`);
  if (isFine) setToken(key, text);
  else input.reportValidity();
}

function contrastTable(pairsNow) {
  return html`<table id="contrast" tabindex="-1">
    <caption>
      <h2>Contrast</h2>
    </caption>
    <thead>
      <tr>
        <th scope="col">Pair</th>
        <th scope="col">least</th>
        ${THEMES.map((theme) => html`<th scope="col">${theme}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${pairs.map(
        ([text, surface, least]) =>
          html`<tr>
            <th scope="row">${plain(text)} on ${plain(surface)}</th>
            <td>${least}</td>
            ${pairsNow
              .filter((each) => each.text === text && each.surface === surface)
              .map(
                ({ fails, ratio }) =>
                  html`<td data-pass=${!fails}>
                    ${ratio === null ? 'unknown' : `${ratio.toFixed(2)}${fails ? ' fails' : ''}`}
                  </td>`,
              )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function plain(name) {
  return name.replace('--zego-', '');
}

function output(what, text) {
  return html`<section aria-labelledby="${what}-title">
    <h2 id="${what}-title">${what}</h2>
    <pre id=${what.toLowerCase()}>${text}</pre>
    ${copyButton(what, text)}
  </section>`;
}

function copyButton(what, text) {
  return html`<div class="buttons">
    <button type="button" @click=${() => copy(what, text)}>Copy ${what}</button>
    <output>${copied.what === what ? copied.words : ''}</output>
  </div>`;
}

addEventListener('hashchange', () => {
  choice = readHash(tokens, location.hash);
  update();
  begin();
});
update();
await begin();
