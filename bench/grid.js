// A call with many others, whose box is resized and of whom one speaks.
import { createSimulatedWorld } from '../dist/npm/engine/simulated/testing.js';

const call = document.querySelector('zego-call');
const world = createSimulatedWorld();
call.engine = world.createEngine;
let people = [];

/** Resolves once everybody has a place. Nothing is drawn and nothing sounds: what is left is the call's own work. */
window.join = async (count) => {
  const room = world.room(call.room);
  people = Array.from({ length: count }, (_, nth) => room.enter({ id: `person-${nth}` }));
  for (const person of people) person.publish({ picture: false });
  await call.join();
  while (tiles().length < count || tiles().some(({ style }) => !style.inlineSize)) await frame();
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // Until the tiles have moved to their places.
};

/** How many frames it takes, after the one in which the box changes, until no tile moves any more. */
window.resize = async (width) => {
  call.style.inlineSize = `${width}px`;
  let frames = 0;
  let settled = 0;
  await frame();
  for (let last = places(); settled < 10; settled++) {
    frames++;
    await frame();
    const now = places();
    if (now !== last) settled = -1;
    last = now;
  }
  return frames - settled;
};

/** How many tiles, and elements in them, a new level of one person changes. */
window.speak = async () => {
  const touched = new Set();
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) touched.add(tileOf(target));
  });
  const grid = call.shadowRoot.querySelector('zego-remote-grid').shadowRoot;
  for (const root of [grid, ...tiles().map(({ shadowRoot }) => shadowRoot)])
    observer.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
  people[7].speak(0.7);
  await new Promise((resolve) => setTimeout(resolve, 500));
  people[7].speak(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return touched.size;
};

function tiles() {
  return [
    ...(call.shadowRoot.querySelector('zego-remote-grid')?.shadowRoot.querySelectorAll('zego-tile') ?? []),
  ];
}

function places() {
  return tiles()
    .map(({ style }) => style.cssText)
    .join();
}

function tileOf(node) {
  return node.localName === 'zego-tile' ? node : node.getRootNode().host;
}

function frame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
