// The SDK's typings belong to the package's folders; this gives them to the file that is imported, too.
declare module 'zego-express-engine-webrtc/esm/beauty-effect/index.js' {
  export const BeautyEffect: object | undefined;
  const all: { BeautyEffect?: object } | undefined;
  export default all;
}

declare module 'zego-express-engine-webrtc/background-process/index.js' {
  export const BackgroundProcess: object | undefined;
  const all: { BackgroundProcess?: object } | undefined;
  export default all;
}

declare module 'zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js' {
  export { ZegoExpressEngine } from 'zego-express-engine-webrtc/sdk/code/zh/zego.client.web';
}
