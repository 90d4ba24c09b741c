import type { ZegoExpressEngine } from 'zego-express-engine-webrtc/sdk/code/zh/zego.client.web';
import { CallError } from '../call-error.js';
import { loaded } from '../loaded.js';

export type SdkClass = typeof ZegoExpressEngine;
export type Sdk = ZegoExpressEngine;
export type LoadSdk = () => Promise<SdkClass>;

/**
 * Fetches the SDK: half a megabyte, so not before a call is joined. Trying again after a failure is a plain
 * second `import()`: browsers ask for it again, but for those from before 2026 and Firefox before 155, which
 * remember the failure until the page is loaded anew.
 */
export const loadSdk: LoadSdk = async () => {
  const loading: Promise<SdkModule> = import('zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js');
  const module = await loaded(loading, 'The ZEGO SDK');
  const Sdk = module.ZegoExpressEngine ?? module.default?.ZegoExpressEngine;
  if (!Sdk) throw new CallError('engine', 'The ZEGO SDK was bundled in a way that hides its exports');
  return Sdk;
};

/** The SDK is UMD: bundlers that don't look into it put everything under `default`. */
interface SdkModule {
  ZegoExpressEngine?: SdkClass;
  default?: { ZegoExpressEngine?: SdkClass };
}
