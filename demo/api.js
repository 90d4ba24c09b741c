/** The reference of all tags, as custom-elements.json describes them. */
import { html, nothing, render } from 'lit';

const { modules } = await (await fetch('/custom-elements.json')).json();
const tags = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** What is listed of a tag: a title, its members, and for each the words that stand below its description. */
const LISTS = [
  ['Attributes', ({ attributes }) => attributes, ({ default: value, type }) => typeAnd(type, value)],
  ['Properties', fieldsOf, ({ default: value, type }) => typeAnd(type, value)],
  ['Methods', methodsOf, ({ parameters = [] }) => parameters.map(signature).join(', ')],
  ['Events', ({ events }) => events, ({ type }) => type?.text],
  ['Slots', ({ slots }) => slots, () => ''],
  ['Parts', ({ cssParts }) => cssParts, () => ''],
  ['States', ({ cssStates }) => cssStates, () => ''],
  ['Custom properties', ({ cssProperties }) => cssProperties, ({ default: value }) => value],
];

function fieldsOf({ members = [] }) {
  return members.filter(({ attribute, kind }) => kind === 'field' && !attribute);
}

function methodsOf({ members = [] }) {
  const described = ({ description, kind }) => kind === 'method' && description;
  return members.filter(described);
}

function typeAnd(type, value) {
  return [type?.text, value && `default ${value}`].filter(Boolean).join(', ');
}

function signature({ name, type }) {
  return type ? `${name}: ${type.text}` : name;
}

/** Text with `code` in it. */
function prose(text = '') {
  return text.split('`').map((piece, nth) => (nth % 2 ? html`<code>${piece}</code>` : piece));
}

function list(tag, [title, membersOf, more]) {
  const members = membersOf(tag) ?? [];
  if (members.length === 0) return nothing;
  return html`<div class="wide" tabindex="0" role="group" aria-label=${`${title} of ${tag.tagName}`}>
    <table>
      <caption>
        ${title}
      </caption>
      <tbody>
        ${members.map(
          (member) =>
            html`<tr>
              <th scope="row"><code>${member.name || '(default)'}</code></th>
              <td>
                ${prose(member.description)}
                ${more(member) ? html`<small><code>${more(member)}</code></small>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function article(tag) {
  return html`<article id=${tag.tagName} aria-label=${tag.tagName}>
    <h2>&lt;${tag.tagName}&gt;</h2>
    <p>${prose(tag.description)}</p>
    ${LISTS.map((each) => list(tag, each))}
  </article>`;
}

render(
  html`<nav class="tags" aria-label="Tags">
      ${tags.map(({ tagName }) => html`<a href="#${tagName}">&lt;${tagName}&gt;</a>`)}
    </nav>
    <div class="reference">${tags.map(article)}</div>`,
  document.getElementById('main'),
);
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
