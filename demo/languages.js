/** The languages that the pages for designers offer; any other can be typed in. */
export const LANGUAGES = ['en', 'ar'];
