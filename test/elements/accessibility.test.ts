import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { expectCallError } from '../support/call-errors.js';
import { CallStage, until } from '../support/call-stage.js';
import { all, button, find, playsOn, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('accessibility', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const violations = async (element: Element): Promise<string> => {
    try {
      await expect(element).to.be.accessible();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is really looked into: what is wrong in a shadow root is found', async () => {
    const call = await stage.joined();
    await button(call, 'Leave');
    const nameless = document.createElement('button');
    (await find(call, 'zego-controls')).shadowRoot?.append(nameless);
    expect(await violations(call)).to.include('button-name');
    nameless.remove();
    const label = await find(call, 'zego-preview', '[part="label"]');
    label.style.cssText = 'color: #777; background: #888';
    expect(await violations(call)).to.include('color-contrast');
  });

  const STATES: readonly (readonly [string, (theme: 'light' | 'dark') => Promise<ZegoCall>])[] = [
    ['in the lobby', (theme) => stage.call({ theme })],
    [
      'in the lobby with a preview and devices off',
      async (theme) => {
        const call = await stage.call({ theme });
        await press(call, 'Show preview');
        await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
        await press(call, 'Mute microphone');
        await find(call, 'zego-lobby', '[aria-pressed="true"]');
        return call;
      },
    ],
    [
      'while joining',
      async (theme) => {
        stage.room.joinDelay = 60_000;
        const call = await stage.call({ theme });
        await press(call, 'Join');
        await reads(call, 'Joining…');
        return call;
      },
    ],
    [
      'after a join that failed',
      async (theme) => {
        stage.room.failNextJoin(new CallError('room-full', 'full'));
        const call = await stage.call({ theme });
        await expectCallError(call.join(), 'room-full');
        await reads(call, 'This call is full.');
        return call;
      },
    ],
    [
      'alone in the call',
      async (theme) => {
        const call = await stage.joined({ theme });
        await reads(call, 'You are the only one here');
        return call;
      },
    ],
    [
      'in a call of four, one of them without picture, one muted, one sharing a screen',
      async (theme) => {
        stage.enter('ada', 'Ada').mute('video');
        stage.enter('bob', 'Bob').mute('audio');
        stage.enter('eve', 'Eve').publish({ source: 'screen' });
        const call = await stage.joined({ theme });
        await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
        await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
        return call;
      },
    ],
    [
      'with devices off and failed',
      async (theme) => {
        stage.devices.setFault('camera', 'missing');
        const call = await stage.joined({ theme });
        await press(call, 'Mute microphone');
        await find(call, 'zego-controls', '[data-failed]');
        await find(call, 'zego-controls', '[aria-pressed="true"]');
        return call;
      },
    ],
    [
      'with a notice',
      async (theme) => {
        stage.devices.setFault('camera', 'denied');
        const call = await stage.joined({ theme });
        await button(call, 'Dismiss');
        return call;
      },
    ],
    [
      'while reconnecting',
      async (theme) => {
        stage.enter('ada', 'Ada');
        const call = await stage.joined({ theme });
        await find(call, 'zego-tile');
        stage.room.dropConnection();
        await reads(call, 'Reconnecting…');
        return call;
      },
    ],
    [
      'at the end',
      async (theme) => {
        const call = await stage.joined({ theme });
        stage.room.kick('me');
        await until(call, 'ended');
        await reads(call, 'You were removed from the call.');
        return call;
      },
    ],
  ];
  for (const theme of ['light', 'dark'] as const)
    for (const [state, reach] of STATES)
      it(`is good ${state}, ${theme}`, async () => {
        const call = await reach(theme);
        await expect(call).to.be.accessible();
      });
});
