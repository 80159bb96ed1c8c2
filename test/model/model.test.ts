import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { openWorld } from './world.ts';

/** More of both: `node test/model/run.ts --seeds 100 --commands 100`. */
const SEEDS = Number(process.env.MODEL_SEEDS ?? 5);
const COMMANDS = Number(process.env.MODEL_COMMANDS ?? 40);
/** For one seed, on a machine that does much else. */
const MILLISECONDS_EACH = 30_000;
/** Of a failing run, in which the commands that matter are looked for. */
const SHRINKING = 180_000;

test(
  'whatever people do and whatever befalls the server, it does what the model says',
  async () => {
    await fc.assert(
      fc.asyncProperty(commands(COMMANDS), async given => {
        const world = await openWorld();
        try {
          await fc.asyncModelRun(() => world, given);
          expect(await world.real.countChanges()).toEqual(world.model.changes);
        } finally {
          await world.real.close();
        }
      }),
      {
        numRuns: SEEDS,
        interruptAfterTimeLimit: SEEDS * MILLISECONDS_EACH + SHRINKING,
        markInterruptAsFailure: true,
      },
    );
  },
  SEEDS * MILLISECONDS_EACH + 2 * SHRINKING,
);
