/** The local participant, as far as a link may give them away. */
export interface Inviter {
  readonly userId: string;
  readonly userName: string;
  readonly token: string;
}

/** Names of parameters, in lower case and without punctuation, that say who somebody is. */
const IDENTIFYING =
  /^(user(id|name)?|uid|(display|full|first|last|given|family|nick)?name|nick|login|e?mail|phone|identity)$/;
/** Names of parameters that let somebody in. */
const GRANTING =
  /(tokens?|jwt|secret|passw(or)?d|passcode|pwd|apikey|accesskey|sess(ion)?id|signature|credentials?|auth|authorization)$|^(sid|sig|key|code|ticket|otp|pass)$/;

/**
 * Returns the address of a page as a link for others. It removes what identifies the inviter or grants access: the user and
 * password before the host, and parameters (of the query, the hash and the path) whose name says so or whose value is the
 * inviter's. The rest stays as it is written. A parameter whose value is the room stays unless its name is that of a person.
 */
export function inviteLink(address: string, room: string, inviter: Inviter): string {
  const url = new URL(address);
  const isShared = (parameter: string): boolean => mayBeShared(parameter, room, inviter);
  const share = (query: string): string => query.split('&').filter(isShared).join('&');
  url.username = '';
  url.password = '';
  const shareParameters = (segment: string): string =>
    segment.replace(/;([^;]*)/g, (all, parameter: string) => (isShared(parameter) ? all : ''));
  url.pathname = url.pathname
    .split('/')
    .map((segment) => (readings(segment).includes(room) ? segment : shareParameters(segment)))
    .join('/');
  url.search = share(url.search.slice(1));
  // A hash can be a query, a route with a query, or neither.
  const [, route = '', query = ''] = /^([^?]*\?)?(.*)$/.exec(url.hash.slice(1)) ?? [];
  url.hash = (route + share(query)).replace(/\?$/, '');
  return url.href;
}

function mayBeShared(parameter: string, room: string, { userId, userName, token }: Inviter): boolean {
  const [[key, value] = ['', '']] = new URLSearchParams(parameter);
  const name = value && key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const contents = readings(parameter);
  if (IDENTIFYING.test(name) || (token && contents.some((content) => content.includes(token)))) return false;
  if (contents.includes(room)) return true;
  return !(GRANTING.test(name) || contents.includes(userId) || contents.includes(userName));
}

/**
 * Returns what the value of a parameter may be. IDs may contain `+`, which a page may write as it is, and `=`, so that a
 * parameter without a name looks like one with a name.
 */
function readings(parameter: string): readonly string[] {
  return [parameter, parameter.replaceAll('+', '%2B')].flatMap((text) => {
    const [[key, value] = ['', '']] = new URLSearchParams(text);
    const [[whole] = ['']] = new URLSearchParams(text.replaceAll('=', '%3D'));
    return [value || key, whole];
  });
}
