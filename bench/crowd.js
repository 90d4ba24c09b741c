// A call with a crowd in its room, everybody sending, and what happens in it.
import { createSimulatedWorld } from '../dist/npm/engine/simulated/testing.js';
import { signalText } from '../src/call/signal.ts';

const call = document.querySelector('zego-call');
const world = createSimulatedWorld();
const room = world.room(call.room);
call.engine = world.createEngine;
let people = [];

/** Nothing is drawn and nothing sounds: what is left is the call's own work. */
window.join = async (count) => {
  people = Array.from({ length: count }, (_, nth) => enter(`Person ${nth}`));
  await call.join();
  await until(
    () => tool('people') && parts('zego-remote-grid', 'tile').some(({ style }) => style.inlineSize),
  );
  await rest();
};

/** What can happen. Each resolves once it is seen. */
const happenings = {
  'open the people': () => {
    tool('people').click();
    return until(() => rows().length > 0);
  },
  'somebody joins': () => {
    people.push(enter('The newest'));
    return until(() => call.participants.length === people.length);
  },
  'somebody turns on the microphone': () => {
    people[1].unmute('audio');
    return until(() => call.participants[1].streams[0].audio);
  },
  'somebody raises a hand': () => {
    people[2].signal(signalText({ type: 'hand', raised: true }));
    return until(() => call.state.hands.length === 1);
  },
  'a letter of a search': () => {
    const [field] = parts('zego-people', 'field');
    field.value = 'n';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return frame();
  },
  'scroll the people': () => scroll(rows()[0].closest('.scroller')),
  'all messages come': (count) => {
    for (let nth = 0; nth < count; nth++) people[nth % 7].say(`Message ${nth}, https://example.com/${nth}`);
    return until(() => call.messages.at(-1)?.text.startsWith(`Message ${count - 1},`));
  },
  'open the chat': () => {
    tool('chat').click();
    return until(() => messages().length > 0);
  },
  'a message comes': () => {
    people[3].say('One more');
    return until(() => call.messages.at(-1).text === 'One more');
  },
  'scroll the chat': () => scroll(messages()[0].closest('.log')),
};

/** How many lines of a list changed, and how many are there. */
window.happen = async (what, messageCount) => {
  const changed = new Set();
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes)
      for (const node of [target, ...addedNodes]) changed.add(rowOf(node));
  });
  for (const panel of panels())
    observer.observe(panel, { attributes: true, childList: true, characterData: true, subtree: true });
  await happenings[what](messageCount);
  await rest();
  observer.disconnect();
  changed.delete(null);
  return { changed: changed.size, lines: rows().length + messages().length };
};

window.counts = () => ({
  tiles: parts('zego-remote-grid', 'tile').length,
  shown: parts('zego-remote-grid', 'tile').filter(({ hidden }) => !hidden).length,
  messages: call.messages.length,
});

function enter(name) {
  const person = room.enter({ id: name.replaceAll(' ', '-'), name });
  person.publish({ audio: false, picture: false });
  return person;
}

function panels() {
  return ['zego-people', 'zego-chat'].flatMap((tag) => {
    const content = call.shadowRoot.querySelector(tag)?.shadowRoot.querySelector(`${tag}-content`);
    return content ? [content.shadowRoot] : [];
  });
}

function rows() {
  return panels().flatMap((panel) => [...panel.querySelectorAll('[part=person]')]);
}

function messages() {
  return panels().flatMap((panel) => [...panel.querySelectorAll('[part~=message]:is(li)')]);
}

function parts(tag, part) {
  const host = call.shadowRoot.querySelector(tag);
  const roots = [host, host?.shadowRoot.querySelector(`${tag}-content`)].map((each) => each?.shadowRoot);
  return roots.flatMap((root) => [...(root?.querySelectorAll(`[part~=${part}]`) ?? [])]);
}

function tool(name) {
  return parts('zego-controls', `${name}-button`)[0];
}

function rowOf(node) {
  return (node instanceof Element ? node : node.parentElement)?.closest('li') ?? null;
}

async function scroll(box) {
  for (let step = 0; step < 20; step++) {
    box.scrollTop += step % 2 ? -900 : 1200;
    await frame();
  }
}

async function until(isSo) {
  while (!isSo()) await frame();
}

function frame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Until the page has done what followed. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve, 700));
}
