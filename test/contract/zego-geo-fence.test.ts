import { expect } from '@open-wc/testing';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { hostsAsked } from './zego-reach.js';

// A page of its own: the SDK takes a geo-fence only before its first instance.
describe('a geo-fence', () => {
  it('keeps the SDK to servers of that region, and cannot be changed while the page is open', async () => {
    const options = { appId: 1234567, zegoOptions: { geoFence: { include: ['EU'] } } } as const;
    const signaling = (hosts: readonly string[]): string[] =>
      hosts.filter((host) => host.startsWith('accesshub'));
    const hosts = await hostsAsked(options, (asked) => signaling(asked).length > 0);
    expect(signaling(hosts)).not.to.deep.equal([]);
    for (const host of signaling(hosts)) expect(host).to.match(/-geo-4\b/);

    const elsewhere = createZegoEngine({ appId: 1234567 });
    const request = { room: 'reach', user: { id: 'me', name: 'Me' }, token: '04AAAA' };
    const refusal: unknown = await elsewhere
      .join(request, new AbortController().signal)
      .catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'invalid-config', attribute: 'zegoOptions' });
  });
});
