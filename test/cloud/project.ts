import type { JoinRequest, User } from '../../src/engine/call-engine.js';
import type { Token04Encryption } from '../../src/server/token04-options.js';

/** The ZEGO project that the command was given. */
export interface Project {
  readonly appId: number;
  readonly server: string;
}

export function cloudProject(): Promise<Project> {
  return ask('/cloud/project');
}

/** Returns a request that the cloud accepts, with a token made for this user. */
export async function requestFor(
  room: string,
  user: User,
  encryption: Token04Encryption = 'gcm',
): Promise<JoinRequest> {
  const query = new URLSearchParams({ user: user.id, encryption });
  const { token } = await ask<{ token: string }>(`/cloud/token?${query}`);
  return { room, user, token };
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
