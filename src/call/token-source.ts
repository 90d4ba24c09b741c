import { CallError } from '../engine/call-error.js';
import type { CallConfig, TokenReason } from './call-config.js';
import { untilAborted, within } from './deadline.js';

const TOKEN_TIMEOUT = 10_000;

/**
 * The token to enter the room with, or to renew: from the provider, else the URL, else the attribute; empty
 * when there is none of them. Rejects with `token-invalid` when what comes is no token, `network` when nothing
 * comes, `timeout` after 10 s.
 */
export function fetchToken(config: CallConfig, reason: TokenReason, signal: AbortSignal): Promise<string> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TOKEN_TIMEOUT)]);
  return untilAborted(within(TOKEN_TIMEOUT, 'Getting a token', ask(config, reason, limit)), signal);
}

async function ask(config: CallConfig, reason: TokenReason, signal: AbortSignal): Promise<string> {
  const { room, user } = config;
  if (config.tokenProvider) return checked(await provided(config.tokenProvider({ room, user, reason })));
  if (config.tokenUrl) return checked(await requested(config.tokenUrl, { room, user }, signal));
  return config.token;
}

async function provided(token: string | Promise<string>): Promise<unknown> {
  try {
    return await token;
  } catch (cause) {
    throw new CallError('token-invalid', 'The token provider failed', { cause });
  }
}

async function requested(url: string, body: object, signal: AbortSignal): Promise<unknown> {
  const response = await post(url, body, signal);
  if (!response.ok)
    throw new CallError('token-invalid', `The token URL answered ${response.status}`, {
      engineCode: response.status,
    });
  try {
    return ((await response.json()) as { token?: unknown } | null)?.token;
  } catch (cause) {
    throw new CallError('token-invalid', 'The token URL did not answer with JSON', { cause });
  }
}

async function post(url: string, body: object, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    throw new CallError('network', 'The token URL could not be reached', { cause });
  }
}

function checked(token: unknown): string {
  if (typeof token === 'string' && token !== '') return token;
  throw new CallError('token-invalid', 'The answer holds no token');
}
