// Lets "Try again" load again what did not load: Firefox remembers a failed import() by its address until the page
// is reloaded, so a second attempt goes to another one.

/** A Rollup plugin: what `import()` can't get, it asks for once more under an address that nobody has asked for. */
export const reloadPlugin = () => ({
  name: 'reload',
  renderDynamicImport: () => ({
    left: '((url) => import(url).catch(() => import(`${url}?${Date.now()}`)))(',
    right: ')',
  }),
});
