// custom-elements.json describes the tags, by what their sources say of themselves; custom properties by tokens.json.
import { readFileSync } from 'node:fs';

/** They reach every element of a call, and are described where a page would set them. */
const tokens = {
  name: 'tokens',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const call = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'zego-call');
    call.cssProperties = JSON.parse(readFileSync('src/ui/tokens.json', 'utf8')).map(describe);
  },
};

function describe({ about, dark, default: single, light, name, type }) {
  const value = single ?? `light-dark(${light}, ${dark})`;
  return { name, description: about, default: value, ...(type === 'color' && { syntax: '<color>' }) };
}

/** Keeps what a page can use: tags with their inherited attributes, but nothing private and nothing undescribed. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const declarations = manifest.modules.flatMap((module) => module.declarations);
    for (const declaration of declarations) {
      declaration.members = declaration.members?.filter(
        ({ description, privacy }) => description && (privacy ?? 'public') === 'public',
      );
      declaration.events = declaration.events?.filter(({ description }) => description);
    }
    manifest.modules = manifest.modules
      .filter((module) => module.declarations.some(({ tagName }) => tagName))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** An attribute is of the type of its property, and has its default by value, where the source names a constant. */
const attributesLikeProperties = {
  name: 'attributes-like-properties',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const { attributes = [], members = [] } of modules.flatMap(({ declarations }) => declarations))
      for (const attribute of attributes) {
        const property = members.find(({ name }) => name === attribute.fieldName);
        if (property) Object.assign(attribute, { type: property.type, default: property.default });
      }
  },
};

export default {
  globs: ['src/elements/zego-*.ts', 'src/elements/lazy-panel.ts', 'src/ui/call-element.ts'],
  exclude: ['src/elements/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, attributesLikeProperties, tokens],
};
