import { CallError } from '../engine/call-error.js';
import type { CallConfig, TokenProvider, TokenReason } from './call-config.js';
import { untilAborted, within } from './deadline.js';
import { LIMITS } from './limits.js';

/** What a token URL is given, in ms, to come to itself before it is asked once more. */
const RETRY_PAUSE = 200;

/**
 * The token to enter the room with, or to renew: from the provider, else the URL, else the attribute; empty
 * when there is none of them. Rejects with `token-invalid` when what comes is no token; with `network` when the URL
 * gives nothing, and `timeout` when the provider takes longer than `limit`, in ms. A URL that fails is asked
 * once more, each time for as long.
 */
export function fetchToken(
  config: CallConfig,
  reason: TokenReason,
  signal: AbortSignal,
  limit: number = LIMITS.token,
): Promise<string> {
  const { room, user, token, tokenProvider, tokenUrl } = config;
  let asking = Promise.resolve(token);
  if (tokenProvider)
    asking = within(limit, 'Getting a token', provided(tokenProvider, { room, user, reason })).then(checked);
  else if (tokenUrl) asking = requestedTwice(tokenUrl, { room, user }, signal, limit);
  return untilAborted(asking, signal);
}

async function requestedTwice(
  url: string,
  body: object,
  signal: AbortSignal,
  limit: number,
): Promise<string> {
  try {
    return await requested(url, body, signal, limit);
  } catch (thrown) {
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
    if (signal.aborted) throw thrown;
    return requested(url, body, signal, limit);
  }
}

async function provided(provider: TokenProvider, request: Parameters<TokenProvider>[0]): Promise<unknown> {
  try {
    return await provider(request);
  } catch (cause) {
    throw new CallError('token-invalid', 'The token provider failed', { cause });
  }
}

async function requested(url: string, body: object, signal: AbortSignal, limit: number): Promise<string> {
  const { status, ok, text } = await post(url, body, AbortSignal.any([signal, AbortSignal.timeout(limit)]));
  if (!ok) throw new CallError('token-invalid', `The token URL answered ${status}`, { engineCode: status });
  return checked(tokenIn(text));
}

function tokenIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { token?: unknown } | null)?.token;
  } catch (cause) {
    throw new CallError('token-invalid', 'The token URL did not answer with JSON', { cause });
  }
}

async function post(
  url: string,
  body: object,
  signal: AbortSignal,
): Promise<{ status: number; ok: boolean; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    return { status: response.status, ok: response.ok, text: await response.text() };
  } catch (cause) {
    throw new CallError('network', 'The token URL could not be reached', { cause });
  }
}

function checked(token: unknown): string {
  if (typeof token === 'string' && token !== '') return token;
  throw new CallError('token-invalid', 'The answer holds no token');
}
