import { expect } from '@open-wc/testing';
import { readHostCommand } from '../../src/engine/zego/host-command.js';

const COMMANDS: readonly [name: string, command: unknown, expected: string | undefined][] = [
  ['removal by the kit for the Web', { zego_remove_user: ['me'] }, 'leave'],
  ['removal of several', { zego_remove_user: ['ana', 'me', 'ben'] }, 'leave'],
  ['removal by a text', { zego_remove_user: 'me' }, 'leave'],
  ['the camera, by the kit for the Web', { zego_turn_camera_off: 'me' }, 'turn-camera-off'],
  ['the camera, by the kit for Android', { zego_turn_camera_off: ['me'] }, 'turn-camera-off'],
  ['the microphone, by the kit for the Web', { zego_turn_microphone_off: 'me' }, 'turn-microphone-off'],
  ['the microphone, by the kit for iOS', { zego_turn_microphone_off: ['me'] }, 'turn-microphone-off'],
  [
    'the microphone, by the kit for Flutter',
    { zego_turn_microphone_off: { zego_user_id: 'me', zego_mute_mode: false } },
    'turn-microphone-off',
  ],
  [
    'several in one, of which the kits take the first',
    { zego_turn_microphone_off: 'me', zego_remove_user: ['me'] },
    'leave',
  ],
  [
    'one for somebody else, and one for us',
    { zego_remove_user: ['ana'], zego_turn_camera_off: 'me' },
    'turn-camera-off',
  ],
  ['turning the camera on', { zego_turn_camera_on: 'me' }, undefined],
  ['turning the microphone on', { zego_turn_microphone_on: { zego_user_id: 'me' } }, undefined],
  ['one for somebody else', { zego_turn_camera_off: 'ana' }, undefined],
  ['one for somebody whose ID contains ours', { zego_remove_user: 'menno' }, undefined],
  ['one for several others', { zego_remove_user: ['ana', 'mean'] }, undefined],
  ['one for nobody', { zego_remove_user: [] }, undefined],
  ['one for nobody of the kit for Flutter', { zego_turn_microphone_off: {} }, undefined],
  ['one for null', { zego_turn_camera_off: null }, undefined],
  ['one for true', { zego_turn_camera_off: true }, undefined],
  ['one for a list in a list', { zego_remove_user: [['me']] }, undefined],
  ['an unknown one', { zego_clear_message: 'me' }, undefined],
  ['an inherited key', { __proto__: { zego_remove_user: 'me' } }, undefined],
  ['a list', [{ zego_remove_user: ['me'] }], undefined],
  ['a text', 'zego_remove_user', undefined],
  ['null', null, undefined],
];

describe('commands of hosts', () => {
  for (const [name, command, expected] of COMMANDS)
    it(`${expected ? `mean ${expected}` : 'do not include'}: ${name}`, () => {
      expect(readHostCommand(JSON.stringify(command), 'me')).to.equal(expected);
    });

  for (const command of [undefined, null, 5, '', '{', '{"zego_remove_user":', { zego_remove_user: ['me'] }])
    it(`are not ${JSON.stringify(command)}`, () => {
      expect(readHostCommand(command, 'me')).to.equal(undefined);
    });

  it('find a user ID with quotes and a backslash', () => {
    const user = 'o\'hara"\\';
    expect(readHostCommand(JSON.stringify({ zego_remove_user: [user] }), user)).to.equal('leave');
  });
});
