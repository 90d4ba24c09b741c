// The rooms of the relay, without any socket: who is where, and who hears what. One `connect` per socket.

const MAX_ROOMS = 1_000;
const MAX_MEMBERS = 16;

/** Why a socket is closed, in the range that WebSocket leaves to applications. */
export const CLOSE = { invalid: 4000, roomFull: 4001, replaced: 4002, busy: 4003 };

const isText = (value, max) => typeof value === 'string' && value !== '' && value.length <= max;

function parse(text) {
  try {
    const message = JSON.parse(text);
    return typeof message === 'object' && message !== null ? message : {};
  } catch {
    return {};
  }
}

export class RelayRooms {
  /** Room → peer ID → member. */
  #rooms = new Map();
  #lastSince = 0;

  /**
   * A socket opened. It is a member from its hello on.
   * @param {{send(text: string): void, close(code: number): void}} socket
   */
  connect(socket) {
    let member;
    return {
      receive: (text) => {
        const message = parse(text);
        if (message.type === 'hello' && !member) member = this.#enter(socket, message);
        else if (message.type === 'send' && member) this.#forward(member, message);
        else socket.close(CLOSE.invalid);
      },
      /** @param {boolean} clean Whether the member said so itself. */
      disconnect: (clean) => {
        if (member) this.#exit(member, clean);
        member = undefined;
      },
    };
  }

  get size() {
    return this.#rooms.size;
  }

  #enter(socket, { room, peer, key }) {
    if (!isText(room, 128) || !isText(peer, 64) || !isText(key, 64)) return void socket.close(CLOSE.invalid);
    const members = this.#rooms.get(room) ?? new Map();
    const former = members.get(peer);
    // Only who has the key may come back as the same member; the peer ID alone is known to the whole room.
    if (former && former.key !== key) return void socket.close(CLOSE.invalid);
    if (!former && members.size >= MAX_MEMBERS) return void socket.close(CLOSE.roomFull);
    if (!this.#rooms.has(room) && this.#rooms.size >= MAX_ROOMS) return void socket.close(CLOSE.busy);

    const member = { room, peer, key, socket };
    this.#rooms.set(room, members.set(peer, member));
    former?.socket.close(CLOSE.replaced);
    // The order of arrival, also across restarts of the relay.
    this.#lastSince = Math.max(Date.now(), this.#lastSince + 1);
    const peers = [...members.keys()].filter((each) => each !== peer);
    socket.send(JSON.stringify({ type: 'welcome', since: this.#lastSince, peers }));
    return member;
  }

  #forward(member, { to, data }) {
    const text = JSON.stringify({ type: 'message', from: member.peer, data });
    for (const other of this.#othersOf(member))
      if (to === undefined || to === other.peer) other.socket.send(text);
  }

  #exit(member, clean) {
    const members = this.#rooms.get(member.room);
    // A member that came back has another socket by now.
    if (members?.get(member.peer) !== member) return;
    members.delete(member.peer);
    if (members.size === 0) this.#rooms.delete(member.room);
    const text = JSON.stringify({ type: 'gone', peer: member.peer, clean });
    for (const other of members.values()) other.socket.send(text);
  }

  #othersOf(member) {
    const members = this.#rooms.get(member.room);
    if (members?.get(member.peer) !== member) return [];
    return [...members.values()].filter((other) => other !== member);
  }
}
