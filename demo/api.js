/** The reference of all tags, as custom-elements.json describes them. `?find=…` shows what matches alone. */
import { html, nothing, render } from 'lit';

const { modules } = await (await fetch('/custom-elements.json')).json();
const tags = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
let wanted = new URLSearchParams(location.search).get('find') ?? '';

/** What is listed of a tag: a title, its members, how each is written, and the words that stand below its description. */
const LISTS = [
  ['Attributes', ({ attributes }) => attributes, nameOf, ofAttribute],
  [
    'Properties',
    fieldsOf,
    nameOf,
    ({ default: value, readonly, type }) => facts(type, value, readonly && 'read only'),
  ],
  ['Methods', methodsOf, signature, () => ''],
  ['Events', ({ events }) => events, nameOf, ({ type }) => type?.text],
  ['Slots', ({ slots }) => slots, ({ name }) => name || '(default)', () => ''],
  ['Parts', ({ cssParts }) => cssParts, ({ name }) => `::part(${name})`, () => ''],
  ['States', ({ cssStates }) => cssStates, ({ name }) => `:state(${name})`, () => ''],
  ['Custom properties', ({ cssProperties }) => cssProperties, nameOf, ({ default: value }) => value],
];

function nameOf({ name }) {
  return name;
}

function fieldsOf({ members = [] }) {
  return members.filter(({ attribute, kind }) => kind === 'field' && !attribute);
}

function methodsOf({ members = [] }) {
  return members.filter(({ kind }) => kind === 'method');
}

function ofAttribute({ default: value, fieldName, name, type }) {
  return facts(type, value, fieldName && fieldName !== name && `property ${fieldName}`);
}

function facts(type, value, more) {
  return [type?.text, value && `default ${value}`, more].filter(Boolean).join(', ');
}

function signature({ name, parameters = [], return: returned }) {
  const each = parameters.map(
    ({ default: value, name, optional, type }) => `${name}${optional || value ? '?' : ''}: ${type?.text}`,
  );
  return `${name}(${each.join(', ')})${returned ? `: ${returned.type.text}` : ''}`;
}

/** Text with `code` in it. */
function prose(text = '') {
  return text.split('`').map((piece, nth) => (nth % 2 ? html`<code>${piece}</code>` : piece));
}

/** What is found of a tag: its lists without what does not match, and without those that are empty then. */
function found(tag) {
  const isFound = matches(`${tag.tagName} ${tag.description}`);
  const lists = LISTS.map(([title, membersOf, written, below]) => ({
    title,
    members: (membersOf(tag) ?? [])
      .map((member) => ({ ...member, written: written(member), below: below(member) }))
      .filter((member) => isFound || matches(`${member.written} ${member.description} ${member.below}`)),
  })).filter(({ members }) => members.length > 0);
  return { tag, lists, isFound: isFound || lists.length > 0 };
}

function matches(text) {
  const words = wanted.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}

function list({ tagName }, { members, title }) {
  const id = `${tagName}-${title.toLowerCase().replace(' ', '-')}`;
  return html`<div>
    <h3>${title}</h3>
    <dl>
      ${members.map((member) => {
        const anchor = `${id}-${member.name || 'default'}`;
        return html`<div id=${anchor}>
          <dt>
            <a href="#${anchor}"><code>${member.written}</code></a>
          </dt>
          <dd>
            ${prose(member.description)}
            ${member.below ? html`<code class="facts">${member.below}</code>` : nothing}
          </dd>
        </div>`;
      })}
    </dl>
  </div>`;
}

function article({ lists, tag }) {
  return html`<article id=${tag.tagName} aria-labelledby="${tag.tagName}-title">
    <h2 id="${tag.tagName}-title">&lt;${tag.tagName}&gt;</h2>
    <p>${prose(tag.description)}</p>
    ${lists.map((each) => list(tag, each))}
  </article>`;
}

function update() {
  const all = tags.map(found).filter(({ isFound }) => isFound);
  const count = all.flatMap(({ lists }) => lists).reduce((sum, { members }) => sum + members.length, 0);
  render(
    html`<search class="find">
        <label>Find <input type="search" autocomplete="off" .value=${wanted} @input=${find} /></label>
        <output>${count} ${count === 1 ? 'entry' : 'entries'}</output>
        <nav aria-label="Tags">
          ${all.map(({ tag: { tagName } }) => html`<a href="#${tagName}">&lt;${tagName}&gt;</a>`)}
        </nav>
      </search>
      <div class="reference">${all.length > 0 ? all.map(article) : html`<p>Nothing is called so.</p>`}</div>`,
    document.getElementById('main'),
  );
}

function find({ target }) {
  wanted = target.value.trim();
  history.replaceState(null, '', wanted ? `?${new URLSearchParams({ find: wanted })}` : location.pathname);
  update();
}

update();
if (location.hash) location.replace(location.hash); // What it names was not there before.
