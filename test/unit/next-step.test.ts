import { expect } from '@open-wc/testing';
import { DEFAULT_CONFIG } from '../../src/call/call-config.js';
import type { Over } from '../../src/call/call-state.js';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import type { EndReason } from '../../src/engine/call-engine.js';
import { nextStep } from '../../src/ui/next-step.js';

describe('the next step', () => {
  const ended = (reason: EndReason, error?: CallError): Over => ({
    status: 'ended',
    reason,
    ...(error ? { error } : {}),
  });
  const failed = (code: CallErrorCode): Over => ({ status: 'failed', error: new CallError(code, '') });

  const CASES: readonly (readonly [Over, string | null])[] = [
    [ended('left'), 'joinAgain'],
    [ended('network-lost', new CallError('network', '')), 'tryAgain'],
    [ended('room-full', new CallError('room-full', '')), 'tryAgain'],
    [ended('duplicate-login', new CallError('duplicate-login', '')), 'useHere'],
    [ended('removed', new CallError('removed', '')), null],
    [ended('token-expired', new CallError('token-expired', '')), null],
    [ended('failed', new CallError('engine', '')), 'tryAgain'],
    [ended('failed', new CallError('forbidden', '')), null],
    [failed('network'), 'tryAgain'],
    [failed('timeout'), 'tryAgain'],
    [failed('room-full'), 'tryAgain'],
    [failed('engine'), 'tryAgain'],
    [failed('invalid-config'), 'tryAgain'],
    [failed('duplicate-login'), 'useHere'],
    [failed('removed'), null],
    [failed('token-invalid'), null],
    [failed('token-expired'), null],
    [failed('forbidden'), null],
    [failed('unsupported'), null],
    [failed('insecure-context'), null],
  ];
  for (const [over, step] of CASES) {
    const why = over.status === 'ended' ? over.reason : over.error.code;
    it(`after ${over.status} "${why}" is ${step ?? 'none'}`, () => {
      expect(nextStep(over, DEFAULT_CONFIG)).to.equal(step);
    });
  }

  for (const source of [{ tokenUrl: '/token' }, { tokenProvider: () => 'token' }]) {
    it(`after an expired token is to try again where ${Object.keys(source)[0]} gives new ones`, () => {
      const config = { ...DEFAULT_CONFIG, ...source };
      expect(nextStep(failed('token-expired'), config)).to.equal('tryAgain');
      expect(nextStep(ended('token-expired'), config)).to.equal('tryAgain');
    });
  }
});
