import { expect } from '@open-wc/testing';
import { hostsAsked } from './zego-reach.js';

// A page of its own: the SDK takes a proxy only before its first instance.
it('a local proxy stands between the page and ZEGO’s servers', async () => {
  const localProxy = {
    signaling: 'signaling.proxy.test',
    logs: 'logs.proxy.test',
    logFiles: 'files.proxy.test',
  };
  const hosts = await hostsAsked(
    { appId: 1234567, zegoOptions: { localProxy, logUpload: 'info' } },
    (asked) => asked.includes('signaling.proxy.test') && asked.includes('logs.proxy.test'),
  );
  expect(hosts).to.include.members(['signaling.proxy.test', 'logs.proxy.test']);
  for (const host of hosts) expect(host).to.match(/\.proxy\.test$/);
});
