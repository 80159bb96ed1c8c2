import type { PlainFile, Skipped } from './input.ts';
import { sha256Of } from './sha256Of.ts';

/**
 * The files without those whose bytes are the same as an earlier one's; the others are added to `skipped`. Only files
 * of equal size are hashed.
 */
export async function findDuplicates(files: readonly PlainFile[], skipped: Skipped[]): Promise<PlainFile[]> {
  const bySize = Map.groupBy(files, ({ bytes }) => bytes);
  const firstWith = new Map<string, PlainFile>();
  const unique: PlainFile[] = [];
  for (const file of files) {
    if (file.bytes === 0 || bySize.get(file.bytes)!.length === 1) {
      unique.push(file);
      continue;
    }
    const hash = await sha256Of(file.location);
    const first = firstWith.get(hash);
    if (first === undefined) {
      firstWith.set(hash, file);
      unique.push(file);
    } else
      skipped.push({ path: file.path, bytes: file.bytes, why: `the same bytes as ${first.path}; read once` });
  }
  return unique;
}
