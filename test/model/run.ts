/**
 * The model run at length:
 *
 *     node test/model/run.ts --seeds 100 --commands 100
 *
 * `--seed` begins elsewhere than `npm test` does. A failure prints the seed and the path with which it is run again, and
 * the commands that it takes.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    commands: { type: 'string', default: '100' },
    seed: { type: 'string' },
  },
});
const { status } = spawnSync('npx', ['vitest', 'run', 'test/model/model.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    MODEL_SEEDS: values.seeds,
    MODEL_COMMANDS: values.commands,
    ...(values.seed && { FC_SEED: values.seed }),
  },
});
process.exitCode = status ?? 1;
