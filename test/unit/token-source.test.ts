import { expect } from '@open-wc/testing';
import { type CallConfig, DEFAULT_CONFIG } from '../../src/call/call-config.js';
import { fetchToken } from '../../src/call/token-source.js';
import { expectCallError } from '../support/call-errors.js';
import { pause } from '../support/wait.js';

const CONFIG: CallConfig = { ...DEFAULT_CONFIG, room: 'tea', user: 'ada' };
const BY_URL: CallConfig = { ...CONFIG, tokenUrl: '/api/token' };
const SOON = 50;
const LATE = 60_000;
/** Long enough for a second request, were there one. */
const SETTLING_TIME = 200;
const never = new AbortController().signal;

interface Asked {
  readonly url: unknown;
  readonly init: RequestInit;
}

describe('the token', () => {
  const realFetch = globalThis.fetch;
  let asked: Asked[];
  beforeEach(() => {
    asked = [];
    answerWith(() => Promise.reject(new Error('No request is expected')));
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  function answerWith(answer: (signal: AbortSignal) => Promise<Response>): void {
    globalThis.fetch = (url, init = {}) => {
      asked.push({ url, init });
      return answer(init.signal ?? never);
    };
  }

  function answerJson(body: unknown, status = 200): void {
    answerWith(async () => new Response(JSON.stringify(body), { status }));
  }

  /** As a server that never answers, and a browser that cancels its requests. */
  function answerNever(): void {
    answerWith(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
  }

  describe('that stands in the configuration', () => {
    it('comes as it is, and asks nobody', async () => {
      expect(await fetchToken({ ...CONFIG, token: 'given' }, 'join', never)).to.equal('given');
      expect(asked).to.deep.equal([]);
    });

    it('is empty when there is none', async () => {
      expect(await fetchToken(CONFIG, 'join', never)).to.equal('');
    });
  });

  describe('of a URL', () => {
    it('is asked for by POST with room and user, as the contract has it', async () => {
      answerJson({ token: 'fresh' });
      expect(await fetchToken({ ...BY_URL, token: 'given' }, 'join', never)).to.equal('fresh');
      expect(asked).to.have.length(1);
      const [{ url, init }] = asked as [Asked];
      expect(url).to.equal('/api/token');
      expect(init.method).to.equal('POST');
      expect(init.credentials).to.equal('same-origin');
      expect(new Headers(init.headers).get('content-type')).to.equal('application/json');
      expect(JSON.parse(init.body as string)).to.deep.equal({ room: 'tea', user: 'ada' });
    });

    it('is asked for each time', async () => {
      answerJson({ token: 'fresh' });
      await fetchToken(BY_URL, 'join', never);
      await fetchToken(BY_URL, 'renew', never);
      expect(asked).to.have.length(2);
    });

    for (const status of [400, 401, 403, 404, 500, 503])
      it(`is refused with ${status}`, async () => {
        answerJson({ token: 'not for you' }, status);
        const error = await expectCallError(fetchToken(BY_URL, 'join', never), 'token-invalid');
        expect(error.engineCode).to.equal(status);
        expect(asked, 'once more, and no oftener').to.have.length(2);
      });

    for (const body of [{}, { token: '' }, { token: 7 }, { token: null }, { Token: 'x' }, null, 'text', []])
      it(`is none in ${JSON.stringify(body)}`, async () => {
        answerJson(body);
        await expectCallError(fetchToken(BY_URL, 'join', never), 'token-invalid');
        expect(asked).to.have.length(2);
      });

    it('comes when the URL is asked once more', async () => {
      const answers = [new Response('busy', { status: 503 }), new Response('{"token":"second"}')];
      answerWith(async () => answers.shift()!);
      expect(await fetchToken(BY_URL, 'join', never)).to.equal('second');
      expect(asked).to.have.length(2);
    });

    it('is not asked for again once the call was left', async () => {
      const abort = new AbortController();
      answerWith(async () => {
        abort.abort();
        return new Response('', { status: 500 });
      });
      await expectCallError(fetchToken(BY_URL, 'join', abort.signal), 'aborted');
      await pause(2 * SETTLING_TIME);
      expect(asked).to.have.length(1);
    });

    for (const page of ['<!doctype html><title>Log in</title>', '', '{"token": "cut of'])
      it(`is none in a page that is no JSON: ${page}`, async () => {
        answerWith(async () => new Response(page));
        const error = await expectCallError(fetchToken(BY_URL, 'join', never), 'token-invalid');
        expect(error.cause).to.be.instanceOf(SyntaxError);
      });

    it('does not come when the network fails', async () => {
      const failure = new TypeError('Failed to fetch');
      answerWith(() => Promise.reject(failure));
      const error = await expectCallError(fetchToken(BY_URL, 'join', never), 'network');
      expect(error).to.include({ cause: failure, recoverable: true });
    });

    it('does not come when the network fails in the middle of the answer', async () => {
      const failure = new TypeError('network error');
      const broken = new ReadableStream({ start: (answer) => answer.error(failure) });
      answerWith(async () => new Response(broken));
      await expectCallError(fetchToken(BY_URL, 'join', never), 'network');
      expect(asked).to.have.length(2);
    });

    it('is given up after a while, twice, and the requests cancelled', async () => {
      answerNever();
      await expectCallError(fetchToken(BY_URL, 'join', never, SOON), 'network');
      expect(asked.map(({ init }) => init.signal?.aborted)).to.deep.equal([true, true]);
    });

    it('is given up when the call is left, and the request cancelled', async () => {
      answerNever();
      const abort = new AbortController();
      const waiting = fetchToken(BY_URL, 'join', abort.signal, LATE);
      abort.abort();
      await expectCallError(waiting, 'aborted');
      expect(asked[0]?.init.signal?.aborted).to.equal(true);
    });
  });

  describe('of a provider', () => {
    const from = (tokenProvider: CallConfig['tokenProvider']): CallConfig => ({ ...BY_URL, tokenProvider });

    for (const reason of ['join', 'renew'] as const)
      it(`is asked for with room, user and why: ${reason}`, async () => {
        const requests: unknown[] = [];
        const config = from((request) => {
          requests.push(request);
          return 'provided';
        });
        expect(await fetchToken(config, reason, never)).to.equal('provided');
        expect(requests).to.deep.equal([{ room: 'tea', user: 'ada', reason }]);
        expect(asked, 'it wins over the URL').to.deep.equal([]);
      });

    it('may come later', async () => {
      expect(
        await fetchToken(
          from(() => Promise.resolve('later')),
          'join',
          never,
        ),
      ).to.equal('later');
    });

    const failure = new Error('Of the test');
    for (const [what, config] of [
      [
        'throws',
        from(() => {
          throw failure;
        }),
      ],
      ['rejects', from(() => Promise.reject(failure))],
    ] as const)
      it(`does not come when the provider ${what}`, async () => {
        const error = await expectCallError(fetchToken(config, 'join', never), 'token-invalid');
        expect(error.cause).to.equal(failure);
      });

    for (const nothing of ['', undefined, null, 7, { token: 'nested' }])
      it(`is none when the provider returns ${JSON.stringify(nothing) ?? 'nothing'}`, async () => {
        const config = from(() => nothing as string);
        const error = await expectCallError(fetchToken(config, 'join', never), 'token-invalid');
        expect(error.message).to.match(/token/i);
      });

    it('is given up after a while', async () => {
      const config = from(() => new Promise(() => undefined));
      const error = await expectCallError(fetchToken(config, 'join', never, SOON), 'timeout');
      expect(error.message).to.match(/token/i);
    });

    it('is given up when the call is left, before and during', async () => {
      const config = from(() => new Promise(() => undefined));
      const before = await expectCallError(fetchToken(config, 'join', AbortSignal.abort(), LATE), 'aborted');
      const abort = new AbortController();
      const waiting = fetchToken(config, 'join', abort.signal, LATE);
      abort.abort();
      const during = await expectCallError(waiting, 'aborted');
      expect([before.code, during.code]).to.deep.equal(['aborted', 'aborted']);
    });
  });
});
