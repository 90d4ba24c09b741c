/** The languages that the pages for designers offer: those that the product speaks, and one from right to left. */
export async function languageTags() {
  return ['en', 'ar'];
}
