import { expect } from '@open-wc/testing';
import { ZegoCall } from '../../src/elements/zego-call.js';
import type { ZegoPreview } from '../../src/elements/zego-preview.js';
import { CallStage, until } from '../support/call-stage.js';
import { all, button, buttons, find, gone, nameOf, playsOn, press, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('a call composed by the page', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  describe('of children', () => {
    it('shows them in place of the default interface', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.write(`
        <zego-call room="room" user="me">
          <h1>My own</h1>
          <zego-remote-grid></zego-remote-grid>
          <div><zego-preview></zego-preview></div>
          <zego-controls controls="microphone leave"></zego-controls>
        </zego-call>`);
      expect(call.shadowRoot?.querySelectorAll('zego-lobby, zego-controls')).to.have.length(0);
      await call.join();
      await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
      await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
      expect(buttons(call).map(nameOf)).to.deep.equal(['Mute microphone', 'Leave']);
      expect(words(call)).to.match(/^My own /);
      await press(call, 'Leave');
      await until(call, 'ended');
      await gone(call, 'zego-tile');
    });

    it('gives way to children that come later, and comes back when they go', async () => {
      const call = await stage.joined();
      await button(call, 'Share screen');
      const own = document.createElement('zego-controls');
      own.controls = 'leave';
      call.append(own);
      await eventually(() => buttons(call).map(nameOf).join() === 'Leave', 'only the page’s own is left');
      own.remove();
      await button(call, 'Share screen');
      expect(call.state.connection.status).to.equal('joined');
    });

    it('joins with a lobby among them', async () => {
      const call = await stage.write(
        '<zego-call room="room" user="me"><zego-lobby></zego-lobby><zego-remote-grid></zego-remote-grid></zego-call>',
      );
      await press(call, 'Join');
      await until(call, 'joined');
    });

    it('reaches a child in the shadow root of somebody’s own element', async () => {
      const call = await stage.write('<zego-call room="room" user="me"><section></section></zego-call>');
      const section = await find(call, 'section');
      section.attachShadow({ mode: 'open' }).innerHTML = '<zego-controls></zego-controls>';
      await call.join();
      await press(section, 'Leave');
      await until(call, 'ended');
    });

    it('is found by children that were defined before their call was', async () => {
      const tag = 'late-call';
      stage.box.innerHTML = `<${tag} room="room" user="me"><zego-controls></zego-controls></${tag}>`;
      const controls = await find(stage.box, 'zego-controls');
      await reads(controls, 'Leave');
      customElements.define(tag, class extends ZegoCall {});
      const call = await find<ZegoCall>(stage.box, tag);
      Object.assign(call, { engine: stage.world.createEngine, devices: stage.devices });
      await call.join();
      await press(controls, 'Leave');
      await until(call, 'ended');
    });

    it('follows a child that moves to another call', async () => {
      const one = await stage.joined({ room: 'one' });
      const other = await stage.joined({ room: 'other' });
      const controls = document.createElement('zego-controls');
      one.append(controls);
      await button(controls, 'Leave');
      other.append(controls);
      await press(controls, 'Leave');
      await until(other, 'ended');
      expect(one.state.connection.status).to.equal('joined');
    });
  });

  describe('by for="id"', () => {
    it('serves a call elsewhere in the page, with every kind of piece', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined({ id: 'the-call' });
      const aside = document.createElement('aside');
      aside.innerHTML = `<zego-remote-grid for="the-call" style="block-size: 200px"></zego-remote-grid>
        <zego-preview for="the-call"></zego-preview><zego-controls for="the-call"></zego-controls>`;
      stage.box.append(aside);
      await reads(aside, 'Ada');
      await playsOn(await find<HTMLVideoElement>(aside, 'zego-tile', 'video'));
      await playsOn(await find<HTMLVideoElement>(aside, 'zego-preview', 'video'));
      await press(aside, 'Leave');
      await until(call, 'ended');
      await gone(aside, 'zego-tile');
    });

    it('serves it with a lobby that shows the preview too', async () => {
      const call = await stage.call({ id: 'the-call' });
      const lobby = document.createElement('zego-lobby');
      lobby.setAttribute('for', 'the-call');
      stage.box.append(lobby);
      await press(lobby, 'Show preview');
      await playsOn(await find<HTMLVideoElement>(lobby, 'zego-preview', 'video'));
      await press(lobby, 'Join');
      await until(call, 'joined');
    });

    it('serves one tile alone', async () => {
      stage.enter('ada', 'Ada');
      await stage.joined({ id: 'the-call' });
      const tile = document.createElement('zego-tile');
      tile.for = 'the-call';
      tile.streamId = stage.room.streams[0]?.streamId ?? '';
      tile.style.blockSize = '90px';
      stage.box.append(tile);
      await reads(tile, 'Ada');
      await playsOn(await find<HTMLVideoElement>(tile, 'video'));
    });

    it('finds a call that comes into the page later', async () => {
      const controls = document.createElement('zego-controls');
      controls.for = 'the-call';
      stage.box.append(controls);
      await controls.updateComplete;
      const call = await stage.joined({ id: 'the-call' });
      await press(controls, 'Leave');
      await until(call, 'ended');
    });

    it('finds a call that is defined later', async () => {
      stage.box.innerHTML = '<zego-controls for="later"></zego-controls><later-call id="later"></later-call>';
      customElements.define('later-call', class extends ZegoCall {});
      const call = await find<ZegoCall>(stage.box, 'later-call');
      const { createEngine: engine } = stage.world;
      Object.assign(call, { engine, devices: stage.devices, room: 'room', user: 'me' });
      await call.join();
      await press(await find(stage.box, 'zego-controls'), 'Leave');
      await until(call, 'ended');
    });

    it('goes over to the call that takes the ID', async () => {
      const one = await stage.joined({ room: 'one', id: 'the-call' });
      const other = await stage.joined({ room: 'other' });
      const controls = document.createElement('zego-controls');
      controls.for = 'the-call';
      stage.box.append(controls);
      await button(controls, 'Leave');
      one.id = '';
      await eventually(() => buttons(controls).every(({ disabled }) => disabled), 'there is no call');
      other.id = 'the-call';
      await press(controls, 'Leave');
      await until(other, 'ended');
      expect(one.state.connection.status).to.equal('joined');
    });

    it('goes over to the call that it names anew', async () => {
      const one = await stage.joined({ room: 'one', id: 'one' });
      const other = await stage.joined({ room: 'other', id: 'other' });
      const controls = document.createElement('zego-controls');
      controls.for = 'one';
      stage.box.append(controls);
      await button(controls, 'Leave');
      controls.setAttribute('for', 'other');
      await controls.updateComplete;
      await press(controls, 'Leave');
      await until(other, 'ended');
      expect(one.state.connection.status).to.equal('joined');
    });

    it('wins over the call around it', async () => {
      const around = await stage.joined({ room: 'around' });
      const named = await stage.joined({ room: 'named', id: 'named' });
      const controls = document.createElement('zego-controls');
      controls.for = 'named';
      around.append(controls);
      await press(controls, 'Leave');
      await until(named, 'ended');
      expect(around.state.connection.status).to.equal('joined');
    });

    it('looks in the same shadow root first, and then in the page around it', async () => {
      const page = await stage.joined({ room: 'page', id: 'the-call' });
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<zego-controls for="the-call"></zego-controls>';
      stage.box.append(host);
      await press(host, 'Leave');
      await until(page, 'ended');
      const nearer = stage.make({ room: 'nearer', id: 'the-call' });
      root.append(nearer);
      await nearer.join();
      const controls = await find(host, 'zego-controls[for]');
      await press(controls, 'Leave');
      await until(nearer, 'ended');
    });

    it('shows nothing of a call that is taken out, and everything again when it is back', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined({ id: 'the-call' });
      const grid = document.createElement('zego-remote-grid');
      grid.for = 'the-call';
      stage.box.append(grid);
      await find(grid, 'zego-tile');
      call.remove();
      await gone(grid, 'zego-tile');
      stage.box.append(call);
      await reads(grid, 'Ada');
    });

    it('can be taken out of the page itself, alone or with what is around it', async () => {
      const failures: unknown[] = [];
      const onRejection = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        failures.push(event.reason);
      };
      addEventListener('unhandledrejection', onRejection);
      await stage.joined({ id: 'the-call' });
      const aside = document.createElement('aside');
      aside.innerHTML =
        '<zego-preview for="the-call"></zego-preview><zego-controls for="the-call"></zego-controls>';
      stage.box.append(aside);
      const controls = await find(aside, 'zego-controls');
      const preview = await find<ZegoPreview>(aside, 'zego-preview');
      await button(controls, 'Leave');
      controls.remove();
      aside.remove();
      await preview.updateComplete.catch((thrown: unknown) => failures.push(thrown));
      await eventually(() => !preview.isUpdatePending, 'it has settled');
      await new Promise((resolve) => setTimeout(resolve));
      removeEventListener('unhandledrejection', onRejection);
      expect(failures).to.deep.equal([]);
    });
  });

  describe('two in one page', () => {
    it('both work, in two rooms', async () => {
      stage.world.room('one').enter({ id: 'ada', name: 'Ada' }).publish();
      stage.world.room('two').enter({ id: 'bob', name: 'Bob' }).publish();
      const one = await stage.joined({ room: 'one' });
      const two = await stage.joined({ room: 'two' });
      await reads(one, 'Ada');
      await reads(two, 'Bob');
      expect(words(one)).to.not.include('Bob');
      for (const call of [one, two]) {
        expect(all(call, 'zego-tile')).to.have.length(1);
        await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
      }
      await press(one, 'Leave');
      await until(one, 'ended');
      await playsOn(await find<HTMLVideoElement>(two, 'zego-tile', 'video'));
      expect(two.state.connection.status).to.equal('joined');
    });

    it('meet in one room', async () => {
      const one = await stage.joined({ user: 'one', userName: 'One' });
      const two = await stage.joined({ user: 'two', userName: 'Two' });
      await reads(one, 'Two');
      await reads(two, 'One');
      await playsOn(await find<HTMLVideoElement>(one, 'zego-tile', 'video'));
      await playsOn(await find<HTMLVideoElement>(two, 'zego-tile', 'video'));
      two.remove();
      await gone(one, 'zego-tile');
    });
  });
});
