import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, gone, playsOn, press, reads, words } from '../support/page.js';
import { hasSoundCard } from '../support/sound-card.js';
import { TestMedia } from '../support/test-media.js';
import { eventually } from '../support/wait.js';

const POOR = '[role="img"][aria-label="Poor connection"]';

describe('<zego-preview>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  it('shows my own picture as in a mirror, and plays no sound', async () => {
    const call = await stage.joined();
    const video = await find<HTMLVideoElement>(call, 'zego-preview', 'video');
    await playsOn(video);
    expect(getComputedStyle(video).scale).to.equal('-1 1');
    expect(video.muted).to.be.true;
    expect((video.srcObject as MediaStream).getAudioTracks()).to.deep.equal([]);
    expect(words(await find(call, 'zego-preview'))).to.equal('You');
  });

  it('is there whatever nonsense a page says of its shape', async () => {
    const call = await stage.joined();
    const preview = await find(call, 'zego-preview');
    for (const ratio of ['banana', '0', '-16 / 9', '1000']) {
      call.style.setProperty('--zego-tile-ratio', ratio);
      expect(preview.clientHeight, ratio).to.be.at.least(44);
    }
  });

  it('shows my initials while the camera is off', async () => {
    const call = await stage.joined({ userName: 'Grace Hopper', cameraOff: true });
    const preview = await find(call, 'zego-preview');
    expect(words(await find(preview, '[part="avatar"]'))).to.equal('GH');
    await press(call, 'Turn off camera');
    await gone(preview, '[part="avatar"]');
    await playsOn(await find<HTMLVideoElement>(preview, 'video'));
  });

  it('shows that I am muted', async () => {
    const call = await stage.joined();
    const preview = await find(call, 'zego-preview');
    expect(all(preview, '[aria-label="Microphone muted"]')).to.have.length(0);
    await press(call, 'Mute microphone');
    await find(preview, '[aria-label="Microphone muted"]');
  });

  it('shows that I am heard', async () => {
    await sendKeys({ press: 'a' }); // Before that, browsers keep sound to themselves.
    const media = new TestMedia();
    try {
      stage.devices.getUserMedia = async () => media.stream.clone();
      const call = await stage.joined();
      const preview = await find(call, 'zego-preview');
      // Without a sound card there is silence to hear, and no ring.
      const ring = (await hasSoundCard()) ? '[data-speaking]' : ':not([data-speaking])';
      await eventually(() => preview.matches(ring), 'the ring is there');
      await press(call, 'Mute microphone');
      await gone(call, 'zego-preview[data-speaking]');
    } finally {
      await media.close();
    }
  });

  it('shows that my connection is poor, for as long as it is', async () => {
    const call = await stage.joined();
    const preview = await find(call, 'zego-preview');
    expect(all(preview, POOR)).to.have.length(0);
    stage.room.setQuality('me', 3, 0);
    await find(preview, POOR);
    stage.room.setQuality('me', 1, 2);
    await gone(preview, POOR);
  });

  it('is not there in a call that I only watch', async () => {
    const call = await stage.joined({ viewOnly: true });
    await button(call, 'Leave');
    expect(all(call, 'zego-preview')).to.deep.equal([]);
  });

  it('lets go of the picture when it leaves the page, and has it again when it comes back', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><zego-preview></zego-preview></zego-call>',
    );
    await call.join();
    const preview = await find(call, 'zego-preview');
    const video = await find<HTMLVideoElement>(preview, 'video');
    await playsOn(video);
    const [track] = (video.srcObject as MediaStream).getTracks();
    preview.remove();
    expect(video.srcObject).to.be.null;
    expect(track?.readyState, 'others still see me').to.equal('live');
    call.append(preview);
    await playsOn(await find<HTMLVideoElement>(preview, 'video'));
  });

  it('stands alone without a call', async () => {
    const preview = document.createElement('zego-preview');
    stage.box.append(preview);
    await reads(preview, 'You');
  });

  it('lays the page’s own things over the picture', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><zego-preview><b>On air</b></zego-preview></zego-call>',
    );
    expect(words(await find(call, 'zego-preview'))).to.match(/You On air$/);
  });
});
