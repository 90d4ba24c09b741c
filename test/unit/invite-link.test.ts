import { expect } from '@open-wc/testing';
import { inviteLink } from '../../src/ui/invite-link.js';

const INVITER = { userId: 'ana', userName: 'Ana López', token: '04AAAAAGh+x/y=' };

describe('an invite link', () => {
  const site = 'https://example.com';
  for (const [what, address, link] of [
    ['keeps the room', '/?room=7', '/?room=7'],
    ['keeps a room in the path', '/rooms/7', '/rooms/7'],
    ['keeps a room in the hash', '/#/rooms/7', '/#/rooms/7'],
    ['has no user', '/?room=7&user=ana&via=relay', '/?room=7&via=relay'],
    ['has no user where nothing else is', '/?user=bo', '/'],
    [
      'has no user, however it is written',
      '/?USER=bo&user-id=bo&userId=bo&user_name=Bo&%75id=bo&r=7',
      '/?r=7',
    ],
    ['has no user that comes several times', '/?user=bo&room=7&user[]=bo&user=cy', '/?room=7'],
    ['has no name', '/?room=7&name=Ana&displayName=Ana&first_name=Ana&nickname=A', '/?room=7'],
    ['has no mail address', '/?email=ana%40example.com&room=7', '/?room=7'],
    ['has no token', '/?room=7&token=04x&access_token=x&idToken=x&zego-token=x&jwt=x', '/?room=7'],
    ['has no password, key or code', '/?room=7&password=x&pwd=x&api_key=x&key=x&code=x', '/?room=7'],
    ['has no signature or session', '/?room=7&X-Amz-Signature=x&sig=x&sid=x&PHPSESSID=x', '/?room=7'],
    ['has no credentials before the host', 'https://ana:x@example.com/?room=7', '/?room=7'],
    ['has no session in the path', '/rooms;jsessionid=x/7;v=1?a=b', '/rooms/7;v=1?a=b'],
    ['has no user in a hash that is a query', '/#room=7&user=bo&access_token=x', '/#room=7'],
    ['has no user in the query of a route', '/#/rooms/7?user=bo&lang=de', '/#/rooms/7?lang=de'],
    ['has no empty query behind a route', '/#/rooms/7?user=bo', '/#/rooms/7'],
    ['has no empty hash', '/?room=7#token=x', '/?room=7'],
    ['has not our user ID by another name', '/?room=7&me=ana#who=ana', '/?room=7'],
    ['has not our user ID without any name', '/?ana&room=7#ana', '/?room=7'],
    ['has not our name by another name', '/?room=7&me=Ana+L%C3%B3pez', '/?room=7'],
    ['has not our token within another value', '/?room=7&next=%2F%3Ft%3D04AAAAAGh%2Bx%2Fy%3D', '/?room=7'],
    ['keeps what only looks alike', '/?token-url=/t&roomName=7&username-shown=1&c=anatomy#name', null],
    ['keeps parameters without a value', '/?room=7&user=&token', null],
    ['keeps what it does not remove as it is written', '/?q=a+b%20c&x=%7E&&y#a%20b', null],
  ] as const)
    it(`${what}: ${address}`, () => {
      const expected = new URL(link ?? address, site).href;
      expect(inviteLink(new URL(address, site).href, '7', INVITER)).to.equal(expected);
    });

  it('keeps the room where the inviter has the same ID, but no user', () => {
    const address = `${site}/?room=ana&code=ana&user=ana`;
    expect(inviteLink(address, 'ana', INVITER)).to.equal(`${site}/?room=ana&code=ana`);
  });

  it('keeps what is empty because the inviter has no token and no name', () => {
    const nobody = { userId: 'ana', userName: '', token: '' };
    expect(inviteLink(`${site}/?room=7&a&b=`, '7', nobody)).to.equal(`${site}/?room=7&a&b=`);
  });

  describe('of people and rooms with odd IDs', () => {
    const ROOM = "a+b=c;d'e&f#g\\";
    const USER = "ben+x@o'hara.example;y=1&z#\\";
    const inviter = { userId: USER, userName: 'Ben', token: '' };
    const [room, user] = [encodeURIComponent(ROOM), encodeURIComponent(USER)];

    for (const [what, address, link] of [
      ['keeps the room', `/?room=${room}`, `/?room=${room}`],
      ['keeps the room in the path', `/rooms/${room};jsessionid=x`, `/rooms/${room}`],
      ['keeps the room without a name', `/?${room}`, `/?${room}`],
      ['has no user', `/?user=${user}&room=${room}`, `/?room=${room}`],
      ['has not our user ID by another name', `/?me=${user}&room=${room}#who=${user}`, `/?room=${room}`],
      ['has not our user ID without any name', `/?${user}&room=${room}#${user}`, `/?room=${room}`],
    ] as const)
      it(`${what}: ${address}`, () => {
        const expected = new URL(link, site).href;
        expect(inviteLink(new URL(address, site).href, ROOM, inviter)).to.equal(expected);
      });

    for (const [id, written] of [
      ['ben+x@example.com', 'ben+x@example.com'],
      ['a=b', 'a=b'],
      ['ana==', 'ana=='],
    ] as const) {
      const ben = { ...inviter, userId: id };

      it(`has not our user ID ${id} as a page may write it`, () => {
        expect(inviteLink(`${site}/?room=7&me=${written}`, '7', ben)).to.equal(`${site}/?room=7`);
        expect(inviteLink(`${site}/?${written}&room=7`, '7', ben)).to.equal(`${site}/?room=7`);
      });

      it(`keeps the room ${id} as a page may write it, whatever its parameter is called`, () => {
        for (const address of [`${site}/?code=${written}`, `${site}/?${written}`])
          expect(inviteLink(address, id, ben)).to.equal(address);
      });
    }

    it('keeps a room in the path that ends in our user ID', () => {
      const address = `${site}/rooms/team;ana`;
      expect(inviteLink(address, 'team;ana', { ...inviter, userId: 'ana' })).to.equal(address);
    });
  });
});
