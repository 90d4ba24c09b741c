export interface RelaySocket {
  send(text: string): void;
  close(code: number): void;
}

export interface RelayConnection {
  receive(text: string): void;
  disconnect(clean: boolean): void;
}

export declare const CLOSE: Readonly<Record<'invalid' | 'roomFull' | 'replaced' | 'busy', number>>;

export declare class RelayRooms {
  get size(): number;
  connect(socket: RelaySocket): RelayConnection;
}
