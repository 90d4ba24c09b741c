/** The languages that the pages for designers offer: those that the product speaks. */
export { languageTags } from '/src/i18n/languages.ts';
