/**
 * One state of the gallery, filling the page: `?state=call-9&theme=dark&lang=ar`. Says with `data-ready` on the root
 * element which one is there.
 */
import { Scene } from './gallery-scene.js';
import { STATES } from './gallery-states.js';

let scene = null;

/** Shows a state in place of the one before; resolves once it rests. `theme` is `auto`, `light` or `dark`. */
export async function show(id, look = {}) {
  const root = document.documentElement;
  delete root.dataset.ready;
  const state = STATES.find((each) => each.id === id);
  if (!state) throw new Error(`There is no state ${id}`);
  await scene?.end();
  document.title = state.title;
  scene = new Scene(document.querySelector('main'), state, look);
  await scene.call.updateComplete;
  await state.reach?.(scene);
  await scene.rests();
  root.dataset.ready = id;
}

/** Gives the state that is there another theme and language. */
export async function restyle(look) {
  const { lang } = document.documentElement;
  scene.wear(look);
  await scene.call.updateComplete;
  if (document.documentElement.lang !== lang) await scene.rests(); // Its texts may have to be loaded.
}

const { state, ...look } = Object.fromEntries(new URLSearchParams(location.search));
if (state) await show(state, look);
