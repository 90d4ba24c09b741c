import { createContext } from '@lit/context';
import type { CallSession } from '../call/call-session.js';

/** How the elements of a call find it: `<zego-call>` provides it to everything inside. */
export const callContext = createContext<CallSession>(Symbol.for('zego-call'));
