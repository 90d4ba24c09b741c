// The same with the product as it is built: the engine's chunk, the whole interface and all.

const call = document.querySelector('zego-call');

/** Resolves with the milliseconds from the call to the first remote frame; never for the first page in a room. */
window.join = async (room) => {
  const start = performance.now();
  call.room = room;
  call.user = `user-${crypto.randomUUID()}`;
  const shown = firstRemoteFrame();
  await call.join();
  await shown;
  return performance.now() - start;
};

async function firstRemoteFrame() {
  const video = await new Promise((resolve) => {
    const look = () => {
      const grid = call.shadowRoot.querySelector('zego-remote-grid');
      const found = grid?.shadowRoot.querySelector('zego-tile')?.shadowRoot.querySelector('video');
      if (found) resolve(found);
      else requestAnimationFrame(look);
    };
    look();
  });
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
}
