import { stat, statfs } from 'node:fs/promises';
import { VERSION } from '../../../recorder/version.ts';
import type { Configuration } from '../../configuration.ts';
import { secretFiles } from '../../openPlatform.ts';
import { describeBytes, type Finding, fail, ok, warn } from './finding.ts';

const GIB = 2 ** 30;
/** Below the first a warning, below the second nothing can be relied on any more. */
const LOW = GIB;
const NEARLY_FULL = 128 * 2 ** 20;

/** Looks at what needs no database: versions, disks, who may read the secrets. */
export async function examineMachine(configuration: Configuration): Promise<Finding[]> {
  const { AFTERWORD_DATA: data, AFTERWORD_CHECKPOINTS: checkpoints } = configuration;
  return [
    ok('version', `Afterword ${VERSION}, Node ${process.version}`),
    await examineSpace('disk of the data folder', data),
    await examineSpace('disk of the checkpoints', checkpoints),
    await examineAccess('data folder', data, 'chmod go-rwx'),
    ...(await Promise.all(
      Object.entries(secretFiles(configuration)).map(([name, file]) =>
        examineAccess(`file ${name}`, file, 'chmod 600'),
      ),
    )),
  ];
}

async function examineSpace(check: string, folder: string): Promise<Finding> {
  const space = await statfs(folder).catch(() => undefined);
  if (!space)
    return warn({
      check,
      found: `${folder} is not there`,
      advice: 'It is made at the next start; if it was there before, find out who removed it.',
    });
  const free = space.bavail * space.bsize;
  const found = `${describeBytes(free)} free of ${describeBytes(space.blocks * space.bsize)}`;
  if (free < NEARLY_FULL)
    return fail({ check, found, advice: `Make room at ${folder}: changes are refused until there is some.` });
  return free < LOW ? warn({ check, found, advice: `Make room at ${folder} soon.` }) : ok(check, found);
}

async function examineAccess(check: string, path: string, cure: string): Promise<Finding> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return ok(check, 'not there');
  const mode = (info.mode & 0o777).toString(8);
  // Others may pass through a folder to the database that is theirs; they may not read or list.
  const isOpen = (info.mode & (info.isDirectory() ? 0o066 : 0o077)) !== 0;
  return isOpen
    ? fail({ check, found: `others may read or write it (mode ${mode})`, advice: `${cure} ${path}` })
    : ok(check, `mode ${mode}`);
}
