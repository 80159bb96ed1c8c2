import { ObjectDamaged, ObjectMissing, StorageUnavailable } from '../../../recorder/objects/objectStore.ts';
import type { Storage } from '../../openStorage.ts';
import { listObjectKeys } from '../../platform/backup/objects.ts';
import { type Finding, fail, ok } from './finding.ts';

/** Objects that are read when not all are. */
const SAMPLE = 50;
const SHOWN = 5;

/** Looks whether objects can be written, and whether those that rows need are there and whole. */
export async function examineObjects(
  { pool, objects }: Pick<Storage, 'pool' | 'objects'>,
  howMany: 'sample' | 'all',
): Promise<Finding[]> {
  const check = 'object store';
  try {
    await objects.check();
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    return [fail({ check, found: error.message, advice: 'Nothing can be uploaded or read until then.' })];
  }
  const keys = await listObjectKeys(pool);
  const chosen = howMany === 'all' ? keys : sampleOf(keys);
  const bad: string[] = [];
  for (const key of chosen) if (!(await isWhole(objects, key))) bad.push(key);
  return [ok(check, 'can be read and written'), judge(bad, { read: chosen.length, all: keys.length })];
}

const sampleOf = (keys: readonly string[]): string[] =>
  keys
    .map(key => ({ key, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, SAMPLE)
    .map(({ key }) => key);

async function isWhole(objects: Storage['objects'], key: string): Promise<boolean> {
  try {
    for await (const _ of await objects.get(key));
    return true;
  } catch (error) {
    if (error instanceof ObjectMissing || error instanceof ObjectDamaged) return false;
    throw error;
  }
}

function judge(bad: readonly string[], { read, all }: { read: number; all: number }): Finding {
  const check = 'objects';
  const counted = read < all ? `${read} of ${all} read` : `all ${all} read`;
  if (bad.length === 0) return ok(check, `${counted}, none missing or damaged`);
  const names = [...bad.slice(0, SHOWN), ...(bad.length > SHOWN ? ['…'] : [])].join(', ');
  return fail({
    check,
    found: `${counted}, ${bad.length} missing or damaged: ${names}`,
    advice: 'Bring them back from a back-up; run afterword doctor --full to know all of them.',
  });
}
