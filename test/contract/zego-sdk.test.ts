import { expect } from '@open-wc/testing';
import { loadSdk } from '../../src/engine/zego/load-sdk.js';

describe('the bundled ZEGO SDK', () => {
  it('loads in a page without a bundler', async () => {
    const Sdk = await loadSdk();
    expect(Sdk.version).to.equal('3.12.0');
    expect(Sdk.prototype.loginRoom).to.be.a('function');
  });
});
