import { expect } from '@open-wc/testing';
import { linkText } from '../../src/ui/link-text.js';

describe('addresses in a text', () => {
  for (const [text, links] of [
    ['nothing here', []],
    ['', []],
    ['https://example.com', ['https://example.com']],
    [
      'see http://a.example/b?c=d#e, or https://f.example.',
      ['http://a.example/b?c=d#e', 'https://f.example'],
    ],
    ['(see https://a.example/b)', ['https://a.example/b']],
    ['https://a.example/b_(c) and more', ['https://a.example/b_(c)']],
    ['HTTPS://A.EXAMPLE!', ['HTTPS://A.EXAMPLE']],
    ['https://münchen.example/straße', ['https://münchen.example/straße']],
    ['https://a.example/"onclick="alert(1)', ['https://a.example/']],
    ['<a href="https://a.example">', ['https://a.example']],
    ['https://a.example/\u202egpj.exe', ['https://a.example/']],
    ['javascript:alert(1) data:text/html,x file:///etc ftp://a.example', []],
    ['xhttps://a.example', []],
    ['https:// http://. https://[', []],
  ] as const)
    it(`are found: ${text || '(empty)'}`, () => {
      const pieces = linkText(text);
      expect(pieces.flatMap(({ href }) => href ?? [])).to.deep.equal(links);
      expect(pieces.map((piece) => piece.text).join(''), 'nothing is lost').to.equal(text);
      for (const piece of pieces) if (piece.href) expect(piece.href).to.equal(piece.text);
    });

  it('are found fast, whatever is written', () => {
    const before = performance.now();
    linkText(`https://${')'.repeat(1_000)}`);
    linkText(`https://a${'('.repeat(500)}${')'.repeat(500)}`);
    expect(performance.now() - before).to.be.below(500);
  });
});
