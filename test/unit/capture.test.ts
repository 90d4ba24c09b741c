import { expect } from '@open-wc/testing';
import {
  capture,
  type Captured,
  captureScreen,
  type InputKind,
  toCaptureError,
} from '../../src/call/capture.js';
import { videoQuality } from '../../src/call/video-quality.js';
import { screenQuality } from '../../src/call/screen-quality.js';
import { CallError } from '../../src/engine/call-error.js';
import type { CaptureDevices } from '../../src/engine/capture-devices.js';
import { syntheticDevices } from '../../src/engine/simulated/testing.js';
import { expectCallError } from '../support/call-errors.js';
import { WatchedDevices } from '../support/watched-devices.js';

const WISHES = { quality: videoQuality('standard') };
const BOTH: readonly InputKind[] = ['microphone', 'camera'];

/** What was asked for, one entry a prompt: "audio", "video" or "audio+video". */
function asked({ requests }: WatchedDevices): string[] {
  return requests.map((request) => Object.keys(request).sort().join('+'));
}

/** For each device the code of its error, or the state of its track. */
function outcome(captured: Captured): Record<string, string> {
  return Object.fromEntries(
    [...captured].map(([kind, result]) => [
      kind,
      result instanceof CallError ? result.code : `${result.kind} ${result.readyState}`,
    ]),
  );
}

describe('capturing', () => {
  const opened: WatchedDevices[] = [];
  function watch(devices: CaptureDevices = syntheticDevices()): WatchedDevices {
    const watched = new WatchedDevices(devices);
    opened.push(watched);
    return watched;
  }
  /** Devices that answer each prompt, in turn, with one of these errors; then they give what is asked for. */
  function refusing(...errors: unknown[]): WatchedDevices {
    const devices = watch();
    devices.refuse(...errors);
    return devices;
  }
  afterEach(() => {
    for (const devices of opened.splice(0)) devices.stopAll();
  });

  it('asks for nothing when nothing is wanted', async () => {
    const devices = watch();
    expect(await capture(devices, [], WISHES)).to.have.property('size', 0);
    expect(devices.requests).to.deep.equal([]);
  });

  it('asks for both with one prompt', async () => {
    const devices = watch();
    expect(outcome(await capture(devices, BOTH, WISHES))).to.deep.equal({
      microphone: 'audio live',
      camera: 'video live',
    });
    expect(asked(devices)).to.deep.equal(['audio+video']);
  });

  it('asks for sound without echo and noise, and for a picture in high definition', async () => {
    const devices = watch();
    await capture(devices, BOTH, WISHES);
    expect(devices.requests[0]).to.deep.equal({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    });
  });

  it('asks for a picture of the quality that the page wants', async () => {
    const devices = watch();
    await capture(devices, ['camera'], { quality: videoQuality('low') });
    expect(devices.requests[0]).to.deep.equal({
      video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15 } },
    });
  });

  for (const kind of BOTH)
    it(`asks for nothing but the ${kind} when only that is wanted`, async () => {
      const devices = watch();
      expect([...(await capture(devices, [kind], WISHES)).keys()]).to.deep.equal([kind]);
      expect(asked(devices)).to.deep.equal([kind === 'camera' ? 'video' : 'audio']);
    });

  it('gives the microphone when the camera is denied', async () => {
    const devices = watch(syntheticDevices({ camera: 'denied' }));
    expect(outcome(await capture(devices, BOTH, WISHES))).to.deep.equal({
      microphone: 'audio live',
      camera: 'permission-denied',
    });
    expect(asked(devices)).to.deep.equal(['audio+video', 'audio', 'video']);
  });

  it('gives the camera when there is no microphone', async () => {
    const devices = watch(syntheticDevices({ microphone: 'missing' }));
    expect(outcome(await capture(devices, BOTH, WISHES))).to.deep.equal({
      microphone: 'device-not-found',
      camera: 'video live',
    });
  });

  it('says of both why not, and which is which', async () => {
    const devices = watch(syntheticDevices({ microphone: 'denied', camera: 'in-use' }));
    const captured = await capture(devices, BOTH, WISHES);
    expect(outcome(captured)).to.deep.equal({ microphone: 'permission-denied', camera: 'device-in-use' });
    for (const [kind, error] of captured) expect(error).to.have.property('device', kind);
  });

  it('never has two prompts open at once', async () => {
    const devices = watch(syntheticDevices({ camera: 'denied' }));
    await capture(devices, BOTH, WISHES);
    expect(devices.mostPrompts).to.equal(1);
  });

  it('does not ask again whoever dismissed the prompt', async () => {
    const devices = refusing(new DOMException('Permission dismissed', 'NotAllowedError'));
    expect(outcome(await capture(devices, BOTH, WISHES))).to.deep.equal({
      microphone: 'permission-denied',
      camera: 'permission-denied',
    });
    expect(devices.requests).to.have.length(1);
  });

  for (const [message, reason] of [
    ['Permission denied', 'denied'],
    ['The request is not allowed by the user agent or the platform in the current context.', 'denied'],
    ['Permission dismissed', 'dismissed'],
    ['Permission denied by system', 'system'],
    ['Access to the feature "camera" is disallowed by permissions policy.', 'page'],
  ] as const)
    it(`knows why it may not: ${message}`, async () => {
      const [entry] = await capture(
        refusing(new DOMException(message, 'NotAllowedError')),
        ['camera'],
        WISHES,
      );
      expect(entry?.[1]).to.include({ code: 'permission-denied', device: 'camera', reason });
    });

  it('gives no reason for what is no question of permission', () => {
    expect(toCaptureError(new DOMException('by system', 'NotFoundError'), 'camera').reason).to.equal(
      undefined,
    );
  });

  for (const [state, reason] of [
    ['prompt', 'dismissed'],
    ['denied', 'denied'],
    ['unknown to this browser', 'denied'],
  ] as const)
    it(`takes a “no” for ${reason} where the permission is ${state}`, async () => {
      const { mediaDevices, permissions } = navigator;
      const usual = { getUserMedia: mediaDevices.getUserMedia, query: permissions.query };
      const refusal = new DOMException('The request is not allowed', 'NotAllowedError');
      mediaDevices.getUserMedia = () => Promise.reject(refusal);
      permissions.query = async () => {
        if (state !== 'prompt' && state !== 'denied') throw new TypeError('Of the test');
        return { state } as PermissionStatus;
      };
      try {
        const [entry] = await capture(mediaDevices, ['camera'], WISHES);
        expect(entry?.[1]).to.include({ code: 'permission-denied', reason, cause: refusal });
      } finally {
        mediaDevices.getUserMedia = usual.getUserMedia;
        permissions.query = usual.query;
      }
    });

  it('takes no track for a device that gave none', async () => {
    const devices = watch();
    devices.answer(async () => new MediaStream());
    expect(outcome(await capture(devices, BOTH, WISHES))).to.deep.equal({
      microphone: 'device-not-found',
      camera: 'device-not-found',
    });
  });

  it('says so where the browser has no such devices at all', async () => {
    const none = { enumerateDevices: async () => [] } as unknown as CaptureDevices;
    expect(outcome(await capture(none, BOTH, WISHES))).to.deep.equal({
      microphone: 'unsupported',
      camera: 'unsupported',
    });
  });

  const names: Readonly<Record<string, string>> = {
    NotAllowedError: 'permission-denied',
    SecurityError: 'permission-denied',
    NotFoundError: 'device-not-found',
    OverconstrainedError: 'device-not-found',
    NotReadableError: 'device-in-use',
    AbortError: 'device-in-use',
    SomethingNewError: 'engine',
  };
  for (const [name, code] of Object.entries(names))
    it(`takes ${name} for ${code}`, async () => {
      const thrown = new DOMException('Of the test', name);
      const [entry] = await capture(refusing(thrown), ['camera'], WISHES);
      expect(entry?.[1]).to.include({ code, cause: thrown, device: 'camera', message: 'Of the test' });
    });

  it('knows an error by its name, though it is none of the language', () => {
    const thrown = { name: 'OverconstrainedError', message: '', constraint: 'deviceId' };
    expect(toCaptureError(thrown, 'camera')).to.include({
      code: 'device-not-found',
      message: 'OverconstrainedError',
      cause: thrown,
    });
  });

  for (const thrown of [undefined, null, 'a text', 7, {}])
    it(`makes an error of anything thrown: ${JSON.stringify(thrown) ?? 'undefined'}`, () => {
      expect(toCaptureError(thrown, 'microphone')).to.include({ code: 'engine', device: 'microphone' });
    });

  it('passes an error of ours through', () => {
    const error = new CallError('insecure-context', 'Of the test');
    expect(toCaptureError(error, 'camera')).to.equal(error);
  });

  describe('a screen', () => {
    const TEXT = screenQuality('text');

    it('gives what the person chose, with its sound where there is any', async () => {
      const devices = watch();
      const screen = await captureScreen(devices, TEXT);
      expect(screen.getVideoTracks()).to.have.length(1);
      expect(devices.screenRequests).to.deep.equal([
        {
          video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { max: 15 } },
          audio: {
            channelCount: { ideal: 2 },
            echoCancellation: false,
            noiseSuppression: false,
            autoGainControl: false,
          },
        },
      ]);
    });

    it('is asked for without sound where that is not wanted', async () => {
      const devices = watch();
      await captureScreen(devices, { ...TEXT, audio: false });
      expect(devices.screenRequests[0]?.audio).to.equal(false);
    });

    for (const content of ['text', 'motion'] as const)
      it(`tells the encoder what it shows: ${content}`, async () => {
        const screen = await captureScreen(watch(), { ...TEXT, content });
        expect(screen.getVideoTracks()[0]?.contentHint).to.equal(content);
      });

    for (const message of [
      'Permission denied',
      'Permission denied by user',
      'The request is not allowed by the user agent or the platform in the current context.',
    ])
      it(`is not chosen, which is no error to tell of: ${message}`, async () => {
        const devices = refusing(new DOMException(message, 'NotAllowedError'));
        const error = await expectCallError(captureScreen(devices, TEXT), 'aborted');
        expect(error.device).to.equal('screen');
      });

    const failures: readonly [message: string, name: string, code: string][] = [
      ['Permission denied by system', 'NotAllowedError', 'permission-denied'],
      [
        'Access to the feature "display-capture" is disallowed by permissions policy.',
        'NotAllowedError',
        'permission-denied',
      ],
      [
        'Access to the feature "display-capture" is disallowed by permission policy.',
        'NotAllowedError',
        'permission-denied',
      ],
      ['Could not start video source', 'NotReadableError', 'device-in-use'],
    ];
    for (const [message, name, code] of failures)
      it(`can not be had, which is: ${message}`, async () => {
        const error = await expectCallError(captureScreen(refusing(new DOMException(message, name)), TEXT));
        expect(error).to.include({ code, device: 'screen' });
      });

    it('can not be shared by browsers that know no screens', async () => {
      const none = { enumerateDevices: async () => [] } as unknown as CaptureDevices;
      await expectCallError(captureScreen(none, TEXT), 'unsupported');
    });
  });
});
