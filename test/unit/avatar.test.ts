import { expect, fixture } from '@open-wc/testing';
import { avatar, initials } from '../../src/ui/avatar.js';

describe('initials', () => {
  const table: readonly [name: string, expected: string][] = [
    ['', ''],
    ['   ', ''],
    ['\n\t\u00a0', ''],
    ['Ada', 'A'],
    ['ada', 'A'],
    ['Ada Löwe', 'AL'],
    ['  Ada   Löwe  ', 'AL'],
    ['Ada Augusta King Löwe', 'AL'],
    ['Jean-Luc Picard', 'JP'],
    ['mary_ann', 'MA'],
    ['user-42', 'U4'],
    ['42', '4'],
    ['élodie ångström', 'ÉÅ'],
    ['e\u0301lodie', 'E\u0301'],
    ['王小明', '王'],
    ['田中 太郎', '田太'],
    ['김 철수', '김철'],
    ['עדה לובלייס', 'על'],
    ['آدا لاڤليس', 'آل'],
    ['अदिति राव', 'अरा'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['👩‍👩‍👧‍👦 Family', '👩‍👩‍👧‍👦F'],
    ['👍🏽 Ada', '👍🏽A'],
    ['🇩🇪 Ada', '🇩🇪A'],
    ['𝒜da', '𝒜'],
    ['Ada 🎉', 'A🎉'],
    ['(Ada) "Löwe"', 'AL'],
    ['<b>Ada</b>', 'B'],
    ['<script>alert(1)</script>', 'S'],
    ['Ada & Ben', 'AB'],
    ['Ada - -', 'A'],
    ['!!! ???', ''],
    ['# *', ''],
    ['\u200bAda', 'A'],
    ['\u202eAda', 'A'],
    ['x'.repeat(256), 'X'],
    ['x '.repeat(128), 'XX'],
  ];
  for (const [name, expected] of table)
    it(`of ${JSON.stringify(name.slice(0, 30))} are ${JSON.stringify(expected)}`, () => {
      expect(initials(name)).to.equal(expected);
    });

  it('of a letter under a heap of marks are no taller than a line', () => {
    expect(initials(`Z${'\u0301'.repeat(255)}`).length).to.be.at.most(8);
  });

  it('are broken by no half of a surrogate pair', () => {
    expect(initials('\ud83c')).to.equal('');
  });
});

describe('an avatar', () => {
  it('shows markup in a name as text', async () => {
    const element = await fixture(avatar({ id: 'eve', name: '<img src=x onerror=alert(1)>' }));
    expect(element.querySelector('img')).to.equal(null);
    expect(element.textContent?.trim()).to.equal('IO');
  });

  it('keeps its colour when the name changes', async () => {
    const hueOf = async (id: string, name: string): Promise<string> => {
      const element = await fixture<HTMLElement>(avatar({ id, name }));
      return element.style.getPropertyValue('--_hue');
    };
    const hue = await hueOf('ada', 'Ada');
    expect(Number(hue)).to.be.within(0, 359);
    expect(await hueOf('ada', 'Ada King')).to.equal(hue);
    expect(await hueOf('ben', 'Ada')).to.not.equal(hue);
  });
});
