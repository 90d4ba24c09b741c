import type { CallConfig } from '../call/call-config.js';
import type { Over } from '../call/call-state.js';
import type { MoreStrings, Strings } from '../i18n/strings.js';

type NextStep = keyof Pick<Strings & MoreStrings, 'joinAgain' | 'tryAgain' | 'useHere'>;

/** What can change though the error itself is no passing one: the page may be put right meanwhile, or ZEGO's cloud. */
const MAY_CHANGE: readonly string[] = ['engine', 'invalid-config'];

/** What the person can do about an end or a failed join, by the button's text; null where trying again is no use. */
export function nextStep(
  over: Over,
  { tokenProvider, tokenUrl }: Pick<CallConfig, 'tokenProvider' | 'tokenUrl'>,
): NextStep | null {
  const { error } = over;
  const why = over.status === 'ended' ? over.reason : over.error.code;
  if (why === 'left') return 'joinAgain';
  if (why === 'duplicate-login') return 'useHere';
  if (why === 'removed') return null;
  if (why === 'token-expired') return tokenProvider || tokenUrl ? 'tryAgain' : null;
  return !error || error.recoverable || MAY_CHANGE.includes(error.code) ? 'tryAgain' : null;
}
