/** One character of a room or user ID, as part of a regular expression and of a `pattern` in HTML. */
export const ID_CHARACTER = "[A-Za-z0-9!#$&'\\(\\)*+,\\-.;<=>@\\\\^_`~]";
