/** Where pictures and sound come from: the part of `navigator.mediaDevices` that a call uses. */
export type CaptureDevices = Pick<
  MediaDevices,
  'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;
