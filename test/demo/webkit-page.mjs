// What runs in a page of WebKitGTK.

/** Collects what goes wrong in the page in `window.failures`, and keeps sound from its player. */
export function prepare() {
  window.failures = [];
  addEventListener('error', ({ message }) => window.failures.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.failures.push(String(reason)));
  const { error } = console;
  console.error = (...words) => {
    window.failures.push(words.join(' '));
    error(...words);
  };

  // WebKitGTK's player can hang for good when sound joins or leaves a stream that it plays: it gets the pictures alone.
  const media = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  const shown = new WeakMap();
  const silent = new WeakMap();
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    get() {
      return shown.get(this) ?? null;
    },
    set(stream) {
      shown.set(this, stream);
      if (stream && !silent.has(stream)) silent.set(stream, new MediaStream(stream.getVideoTracks()));
      media.set.call(this, stream && silent.get(stream));
    },
  });
  for (const change of ['addTrack', 'removeTrack']) {
    const original = MediaStream.prototype[change];
    MediaStream.prototype[change] = function (track) {
      original.call(this, track);
      if (track.kind === 'video' && silent.has(this)) original.call(silent.get(this), track);
    };
  }
}

export async function show(id, look) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id, { theme: 'light', lang: 'en', ...look });
}

/** What there is of the call that is shown. */
export function look() {
  const call = document.querySelector('zego-call');
  const roots = [document.querySelector('.scene')];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);

  // Of elements in shadow roots, WebKit gives no `innerText`.
  const textsIn = (node) => {
    if (node.nodeType !== Node.TEXT_NODE) return [...node.childNodes].flatMap(textsIn);
    return (node.parentElement?.checkVisibility() ?? true) ? [node.data] : [];
  };

  const tiles = roots
    .flatMap((root) => [...root.querySelectorAll('zego-tile')])
    .filter((tile) => tile.checkVisibility());
  const isAstray = (tile) => {
    const box = tile.getRootNode().host.getBoundingClientRect();
    const { bottom, height, left, right, top, width } = tile.getBoundingClientRect();
    const isWithin =
      left > box.left - 1 && right < box.right + 1 && top > box.top - 1 && bottom < box.bottom + 1;
    return !isWithin || width < 20 || height < 20;
  };

  return {
    status: call.state.connection.status,
    hasState: call.matches(`:state(${call.state.connection.status})`),
    text: roots.flatMap(textsIn).join(' ').replace(/\s+/g, ' '),
    tiles: tiles.length,
    astray: tiles.filter(isAstray).map((tile) => tile.streamId),
    failures: window.failures.splice(0),
  };
}

/** The name of what has the focus. */
export function focused() {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at.ariaLabel ?? at.localName;
}

/** Resolves once what matches is in the call, in whatever shadow root, or no longer: as `wanted` says. */
export async function becomes(selector, wanted) {
  const find = (root) =>
    root.querySelector(selector) ??
    [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && find(shadowRoot));
  const started = performance.now();
  while (Boolean(find(document)) !== wanted) {
    if (performance.now() - started > 10_000) throw new Error(`${selector} did not come or go`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Resolves once every picture that is shown got three more frames. */
export async function picturesMove() {
  const roots = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const videos = roots.flatMap((root) => [...root.querySelectorAll('video:not([data-empty])')]);
  const frames = () => videos.map((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = frames();
  const started = performance.now();
  while (frames().some((count, nth) => count < before[nth] + 3)) {
    if (performance.now() - started > 10_000) throw new Error(`frames: ${before}, then ${frames()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return videos.length;
}
