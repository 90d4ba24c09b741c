import { CallError } from '../../src/engine/call-error.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { cloudProject, requestFor } from './project.js';

// Runs before everything else, which is not even tried if the first of these fails.
describe('zego, over its cloud,', () => {
  describe('login', () => {
    for (const encryption of ['gcm', 'cbc'] as const)
      it(`admits somebody with a token in ${encryption.toUpperCase()}`, async () => {
        const engine = createZegoEngine(await cloudProject());
        const request = await requestFor(
          `login-${crypto.randomUUID()}`,
          { id: 'me', name: 'Me' },
          encryption,
        );
        try {
          await engine.join(request, new AbortController().signal);
        } catch (thrown) {
          const { code, engineCode, message } = CallError.from(thrown);
          throw new Error(`${code}${engineCode === undefined ? '' : ` (${engineCode})`}: ${message}`, {
            cause: thrown,
          });
        } finally {
          await engine.destroy();
        }
      });
  });
});
