// What a screen reader meets in the lobby and in a call, as text beside this file. `UPDATE_TREES=1` writes it anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { join, openPage, press, seesMoving } from '../e2e/browsers.mjs';
import { useStage } from '../e2e/stage.mjs';

const stage = useStage();

/** Carry no meaning of their own: what is in them counts. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'StaticText', 'LineBreak', 'LabelText']);
/** What a person hears of a control beside its name. */
const TOLD = new Set(['pressed', 'expanded', 'checked', 'disabled', 'busy', 'hasPopup']);

/** One line for each node that is told, indented as it is nested. */
async function treeOf(page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value;
    const told = !node.ignored && !SILENT.has(role);
    if (told) lines.push(`${'  '.repeat(depth)}${lineOf(node, role)}`);
    else if (role === 'StaticText' && !node.ignored) lines.push(`${'  '.repeat(depth)}"${node.name.value}"`);
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), depth + (told ? 1 : 0));
  };
  const call = nodes.find(({ name, role }) => role?.value === 'region' && name?.value === 'Video call');
  assert.ok(call, 'there is a region "Video call"');
  walk(call, 0);
  return `${lines.filter((line, at) => !repeats(line, lines[at - 1])).join('\n')}\n`;
}

function lineOf({ description, name, properties = [] }, role) {
  const states = properties
    .filter((property) => TOLD.has(property.name) && ![false, 'false'].includes(property.value.value))
    .map((property) => `${property.name}=${property.value.value}`);
  if (properties.some((property) => property.name === 'pressed') && !states.join().includes('pressed'))
    states.push('pressed=false');
  if (description?.value && description.value !== name?.value) states.push(`(${description.value})`);
  return [role, name?.value ? `"${name.value}"` : '', ...states].filter(Boolean).join(' ');
}

/** The text of a control is its name. */
function repeats(line, previous) {
  return line.trim().startsWith('"') && previous?.includes(line.trim());
}

function compare(name, tree) {
  const file = new URL(`trees/${name}.txt`, import.meta.url);
  if (process.env.UPDATE_TREES) writeFileSync(file, tree);
  assert.equal(tree, readFileSync(file, 'utf8'));
}

/** Once what is loaded with the call is there. */
const isComplete = () => {
  const root = document.querySelector('zego-call').shadowRoot;
  const told = root.querySelector('.announcer')?.textContent;
  const toolbar = root.querySelector('zego-controls').shadowRoot;
  return (
    told && toolbar.querySelector('[part~="settings-button"]') && toolbar.querySelector('[tabindex="-1"]')
  );
};

/** Once that somebody came is told, and listed. */
const hasCompany = () => {
  const root = document.querySelector('zego-call').shadowRoot;
  const list = root.querySelector('zego-people')?.shadowRoot.querySelector('zego-people-content');
  return (
    root.querySelector('.announcer').textContent.includes('joined') &&
    list?.shadowRoot.querySelectorAll('li').length === 2
  );
};

describe('what a screen reader meets', () => {
  it('reads sensibly in the lobby, in a call, and beside somebody else', async () => {
    const context = await stage.newContext();
    const page = await openPage(context, stage.demo('tree', 'ana', 'tabs'));
    compare('lobby', await treeOf(page));
    await join(page);
    await page.waitForFunction(isComplete);
    compare('call', await treeOf(page));
    await join(await openPage(context, stage.demo('tree', 'ben', 'tabs')));
    await seesMoving(page, 1);
    await press(page, 'People');
    await page.waitForFunction(hasCompany);
    compare('people', await treeOf(page));
  });
});
