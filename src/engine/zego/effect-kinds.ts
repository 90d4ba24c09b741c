import type { EffectKind } from '../call-engine.js';

const KINDS: readonly EffectKind[] = ['beauty', 'lowLight'];
const WITH_BACKGROUND: readonly EffectKind[] = [...KINDS, 'background'];

/** @param assets the folder of what backgrounds need; empty: there are none. */
export function kindsWith(assets: string): readonly EffectKind[] {
  return assets ? WITH_BACKGROUND : KINDS;
}
