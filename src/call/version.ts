/** Of this package; a test keeps it equal to `package.json`, which no browser can import from here. */
export const VERSION = '0.1.0';
