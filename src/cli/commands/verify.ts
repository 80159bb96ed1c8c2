import { type Verification, verifyFolder } from '../../recorder/freeze/verifyFolder.ts';
import { EXIT } from '../exit.ts';
import { existingKey } from '../keys.ts';
import type { World } from '../world.ts';

/** `afterword verify DIR`: exit code 1 when anything was touched. */
export async function verify(
  world: World,
  folder: string,
  { key: keyFile, json }: { key?: string; json?: boolean },
): Promise<number> {
  const result = await verifyFolder(folder, await existingKey(keyFile, world.keyFile));
  world.stdout.write(json ? `${JSON.stringify(result)}\n` : describe(folder, result));
  return result.touched.length > 0 ? EXIT.findings : EXIT.done;
}

const SEALS: Record<Verification['seal'], string> = {
  proved: 'The manifest is the one that was sealed: its closing seal fits the key.',
  'not checked':
    'The manifest’s own seal was not checked, because the key is not here: whoever can write the folder could have made all of it again. Give the key with --key.',
  broken: 'The manifest’s closing seal does NOT fit the key.',
  missing: 'The manifest’s closing seal is missing.',
};

function describe(folder: string, { checked, touched, seal, header }: Verification): string {
  const who =
    header === undefined
      ? ''
      : `Frozen ${header.collectedAt} by ${header.collectedBy} on ${header.host} with ${header.collector}.\n`;
  const verdict =
    touched.length === 0
      ? `${folder}: untouched. ${checked} frozen things checked.\n`
      : `${folder}: TOUCHED. ${touched.length} of ${checked} frozen things are not as they were:\n${touched.map(({ path, what, detail }) => `  ${what}  ${path}\n      ${detail}\n`).join('')}`;
  return `${who}${verdict}${SEALS[seal]}\n`;
}
