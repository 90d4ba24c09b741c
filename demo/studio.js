/** The studio: edits the tokens beside a running simulated call. What is chosen stands in the address, to be shared. */
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueOf } from './colors.js';
import { Scene } from './gallery-scene.js';
import { languageTags } from './languages.js';
import { cssOf, hashOf, htmlOf, isHex, longHex, ratios, readHash, SHOWN } from './studio-model.js';

const [tokens, pairs] = await Promise.all([load('/src/ui/tokens.json'), load('/src/ui/token-pairs.json')]);
const TIERS = { palette: 'Palette', meaning: 'Meaning', component: 'Components' };
const WIDTHS = ['320', '768', '1024'];
const THEMES = ['light', 'dark', 'auto'];

let choice = readHash(location.hash);
let scene = null;
let copied = '';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

async function load(path) {
  return (await fetch(path)).json();
}

function update() {
  history.replaceState(null, '', hashOf(choice));
  render(page(), document.getElementById('main'));
  dress();
}

function setToken(name, value) {
  const given = Object.entries({ ...choice.set, [name]: value.trim() }).filter(([, each]) => each);
  choice = { ...choice, set: Object.fromEntries(given) };
  copied = '';
  update();
}

async function setShown(name, value) {
  choice = { ...choice, shown: { ...choice.shown, [name]: value } };
  copied = '';
  update();
  if (name === 'people') await begin();
}

async function reset() {
  choice = { set: {}, shown: { ...SHOWN } };
  update();
  await begin();
}

async function copy(what, text) {
  await navigator.clipboard.writeText(text);
  copied = what;
  update();
}

/** A call with as many people as wanted; the page's own language and direction stay what they are. */
async function begin() {
  await scene?.end();
  scene = new Scene(document.querySelector('.canvas > div'), {});
  dress();
  scene.people(Math.max(0, Math.min(60, Number(choice.shown.people) || 0)));
  await scene.call.join();
}

function dress() {
  if (!scene) return;
  const { density, dir, lang, theme, width } = choice.shown;
  const { call } = scene;
  call.theme = theme;
  call.lang = lang;
  if (dir) call.dir = dir;
  else call.removeAttribute('dir');
  if (density) call.setAttribute('density', density);
  else call.removeAttribute('density');
  call.parentElement.parentElement.style.inlineSize = width ? `${width}px` : '';
  for (const { name } of tokens) call.style.setProperty(name, choice.set[name] ?? '');
}

function theme() {
  const { theme } = choice.shown;
  if (theme !== 'auto') return theme;
  return systemIsDark.matches ? 'dark' : 'light';
}

function page() {
  return html`<div class="show">
      ${bar()}
      <section class="canvas" aria-label="The call" tabindex="0"><div></div></section>
    </div>
    <form class="edit" @submit=${(event) => event.preventDefault()}>
      ${Object.entries(TIERS).map(
        ([tier, title]) =>
          html`<fieldset>
            <legend>${title}</legend>
            ${tokens.filter((token) => token.tier === tier).map(field)}
          </fieldset>`,
      )}
      ${contrasts()} ${output('CSS', cssOf(choice.set))} ${output('HTML', htmlOf(choice.shown))}
      <div class="buttons">
        <button type="button" @click=${() => copy('address', location.href)}>Copy address</button>
        <button type="button" @click=${reset}>Reset all</button>
      </div>
      <output>${copied ? `The ${copied} is copied.` : ''}</output>
    </form>`;
}

function bar() {
  const { density, dir, lang, people, theme, width } = choice.shown;
  return html`<div class="bar" role="group" aria-label="What is shown">
    ${select('theme', 'Theme', theme, THEMES)}
    ${select('width', 'Width', width, [['', 'all'], ...WIDTHS.map((each) => [each, `${each} px`])])}
    ${select('density', 'Density', density, [
      ['', 'comfortable'],
      ['compact', 'compact'],
    ])}
    ${select('dir', 'Direction', dir, [
      ['', 'as the language'],
      ['ltr', 'left to right'],
      ['rtl', 'right to left'],
    ])}
    ${select('lang', 'Language', lang, languageTags())}
    <label
      >People
      <input
        type="number"
        name="people"
        min="0"
        max="60"
        .value=${live(people)}
        @change=${({ target }) => setShown('people', target.value)}
      />
    </label>
  </div>`;
}

function select(name, title, value, options) {
  const pairs = options.map((option) => (Array.isArray(option) ? option : [option, option]));
  return html`<label
    >${title}
    <select name=${name} @change=${({ target }) => setShown(name, target.value)}>
      ${pairs.map(([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`)}
    </select>
  </label>`;
}

function field({ about, name, type }) {
  const value = valueOf(tokens, name, theme(), choice.set);
  const change = ({ target }) => setToken(name, target.value);
  return html`<div class="token">
    <span>${name.replace('--zego-', '')}</span>
    ${
      type === 'color' && isHex(value)
        ? html`<input
            type="color"
            aria-label=${`${name}, colour`}
            .value=${live(longHex(value))}
            @input=${change}
          />`
        : nothing
    }
    <input
      name=${name}
      aria-label=${name}
      autocomplete="off"
      spellcheck="false"
      placeholder=${value}
      .value=${live(choice.set[name] ?? '')}
      @change=${change}
    />
    <small>${about}</small>
  </div>`;
}

function contrasts() {
  return html`<table>
    <caption>
      Contrast, ${theme()}
    </caption>
    <tbody>
      ${ratios(tokens, pairs, choice.set, theme()).map(
        ({ least, ratio, surface, text }) =>
          html`<tr>
            <th scope="row">${plain(text)} on ${plain(surface)}</th>
            <td data-pass=${ratio === null || ratio >= least}>
              ${ratio === null ? 'unknown' : `${ratio.toFixed(2)} ${ratio >= least ? 'passes' : 'fails'} ${least}`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function plain(name) {
  return name.replace('--zego-', '');
}

function output(what, text) {
  return html`<fieldset>
    <legend>${what}</legend>
    <pre tabindex="0" id=${what.toLowerCase()} role="group" aria-label=${what}>${text}</pre>
    <div class="buttons">
      <button type="button" @click=${() => copy(what, text)}>Copy ${what}</button>
    </div>
  </fieldset>`;
}

systemIsDark.addEventListener('change', update);
addEventListener('hashchange', () => {
  choice = readHash(location.hash);
  update();
});
update();
await begin();
document.documentElement.dataset.ready = 'studio';
