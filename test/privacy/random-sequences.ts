import { hasSoundCard } from '../support/sound-card.js';
import type { SetEngineStage } from './engine-stage.js';
import { PrivacyStage } from './privacy-stage.js';
import { describeSequence, makeSequence, PAUSE, type Step } from './sequence.js';

/** Other seeds make other sequences; more of them are for exploring. */
const SEEDS = [1, 2, 3, 4, 5];
const LENGTH = 100;
/** How long one failing sequence, and how long all of a file, may be shortened, in ms. */
const SHORTENING = 20_000;
const SHORTENING_ALL = 60_000;

interface Failure {
  /** The steps that were done. */
  readonly steps: readonly Step[];
  readonly what: string;
  readonly isLeak: boolean;
}

/** Proves that random sequences of what users and devices do let nothing out that the user turned off. */
export function itKeepsIntent(setEngineStage: SetEngineStage): void {
  let context: AudioContext | null = null;
  let shorteningLeft = SHORTENING_ALL;

  before(async () => {
    if (await hasSoundCard()) context = new AudioContext();
  });
  after(() => context?.close());

  for (const seed of SEEDS) {
    it(`sends nothing that is off, tells the room so, and sends what is on: seed ${seed}`, async function () {
      this.timeout(150_000);
      const failure = await run(makeSequence(seed, LENGTH));
      if (!failure) return;
      const begin = performance.now();
      const shortest = await shorten(failure, begin + Math.min(SHORTENING, shorteningLeft));
      shorteningLeft -= performance.now() - begin;
      throw new Error(
        `Seed ${seed}, ${shortest.what}, after ${shortest.steps.length} steps: ${describeSequence(shortest.steps)}\n` +
          `(at first after ${failure.steps.length} steps: ${failure.what})`,
      );
    });
  }

  async function run(steps: readonly Step[]): Promise<Failure | null> {
    const stage = await PrivacyStage.set(setEngineStage, context);
    try {
      for (const [at, step] of steps.entries()) {
        const wrong = step.action === 'pause' ? await stage.settle() : await stage.step(step);
        const what = stage.leak ?? wrong;
        if (what) return { steps: steps.slice(0, at + 1), what, isLeak: stage.leak !== null };
      }
      return null;
    } finally {
      await stage.close();
    }
  }

  /** Leaves out steps, the early ones first, for as long as there is time and the rest fails in the same way. */
  async function shorten(failure: Failure, until: number): Promise<Failure> {
    let shortest = failure;
    for (
      let size = Math.ceil(failure.steps.length / 2);
      size >= 1;
      size = size > 1 ? Math.ceil(size / 2) : 0
    ) {
      for (let start = 1; start < shortest.steps.length;) {
        if (performance.now() > until) return shortest;
        const shorter = await run(withPause(shortest.steps.toSpliced(start, size)));
        const isSame = shorter?.isLeak === failure.isLeak && shorter.steps.length < shortest.steps.length;
        if (isSame) shortest = shorter;
        else start += size;
      }
    }
    return shortest;
  }
}

/** A leak shows at a probe a moment after its cause; everything else shows at a pause. */
function withPause(steps: readonly Step[]): readonly Step[] {
  return steps.at(-1)?.action === 'pause' ? steps : [...steps, PAUSE];
}
