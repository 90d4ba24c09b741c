import { CallError } from '../engine/call-error.js';
import type { CallConfig, TokenProvider, TokenReason } from './call-config.js';
import { untilAborted, within } from './deadline.js';
import { LIMITS } from './limits.js';

/**
 * The token to enter the room with, or to renew: from the provider, else the URL, else the attribute; empty
 * when there is none of them. Rejects with `token-invalid` when what comes is no token, `network` when nothing
 * comes, `timeout` when that takes longer than `limit`, in ms.
 */
export async function fetchToken(
  config: CallConfig,
  reason: TokenReason,
  signal: AbortSignal,
  limit: number = LIMITS.token,
): Promise<string> {
  const givenUp = new AbortController();
  const asking = ask(config, reason, AbortSignal.any([signal, givenUp.signal]));
  try {
    return await untilAborted(within(limit, 'Getting a token', asking), signal);
  } finally {
    givenUp.abort();
  }
}

async function ask(config: CallConfig, reason: TokenReason, signal: AbortSignal): Promise<string> {
  const { room, user } = config;
  if (config.tokenProvider) return checked(await provided(config.tokenProvider, { room, user, reason }));
  if (config.tokenUrl) return checked(await requested(config.tokenUrl, { room, user }, signal));
  return config.token;
}

async function provided(provider: TokenProvider, request: Parameters<TokenProvider>[0]): Promise<unknown> {
  try {
    return await provider(request);
  } catch (cause) {
    throw new CallError('token-invalid', 'The token provider failed', { cause });
  }
}

async function requested(url: string, body: object, signal: AbortSignal): Promise<unknown> {
  const { status, ok, text } = await post(url, body, signal);
  if (!ok) throw new CallError('token-invalid', `The token URL answered ${status}`, { engineCode: status });
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
