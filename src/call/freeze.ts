/** Freezes plain objects and arrays all the way down; stops at what is frozen already and at objects of a class. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || !isPlain(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
