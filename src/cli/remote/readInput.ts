import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { CommandField } from '../../contract/commandFields.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';

/** What stood on the command line, by the fields' flags. */
export type Given = ReadonlyMap<string, unknown>;

/**
 * The input of an operation: that of `--input`, with the single fields over it.
 *
 * @param file a JSON file, or `-` for standard input
 * @throws CommandFailed when the file is no JSON object, or a field that is needed is nowhere
 */
export async function readInput(
  world: World,
  { fields, given, file }: { fields: readonly CommandField[]; given: Given; file: string | undefined },
): Promise<Record<string, unknown>> {
  const input = file === undefined ? {} : await readObject(world, file);
  for (const { path, flag } of fields) if (given.has(flag)) put(input, path, given.get(flag));
  const missing = fields.filter(({ path, isRequired }) => isRequired && at(input, path) === undefined);
  if (missing.length > 0)
    throw new CommandFailed(
      `needed: ${missing.map(nameOf).join(', ')}. Add --help for what each is.`,
      EXIT.usage,
    );
  return input;
}

const nameOf = ({ flag, isPositional }: CommandField): string => (isPositional ? `<${flag}>` : `--${flag}`);

async function readObject(world: World, file: string): Promise<Record<string, unknown>> {
  const json = file === '-' ? await text(world.stdin) : await readFile(file, 'utf8');
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the refusal.
  }
  throw new CommandFailed(`${file === '-' ? 'standard input' : file} is not a JSON object.`);
}

function put(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const above = path.slice(0, -1).reduce((node, name) => {
    node[name] ??= {};
    return node[name] as Record<string, unknown>;
  }, input);
  above[path.at(-1)!] = value;
}

const at = (input: Record<string, unknown>, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], input);
