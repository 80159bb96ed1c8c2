import { writeFile } from 'node:fs/promises';
import type { CommandField } from '../../contract/commandFields.ts';
import type { Operation } from '../../contract/listOperations.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { callerOf, callForAll } from './callOperation.ts';
import { describeAnswer } from './describeAnswer.ts';
import { findLogin } from './loginFile.ts';
import { type Given, readInput } from './readInput.ts';

interface Asked {
  operation: Operation;
  fields: readonly CommandField[];
  given: Given;
  options: {
    input?: string;
    all?: true;
    json?: true;
    ifMatch?: string;
    idempotencyKey?: string;
    out?: string;
    server?: string;
  };
}

/** Asks a server for one operation and prints the answer: a table, a record, or JSON. Rejects with RefusedError. */
export async function runOperation(
  world: World,
  { operation, fields, given, options }: Asked,
): Promise<number> {
  const input = await readInput(world, { fields, given, file: options.input });
  const call = callerOf(await findLogin(world, options.server), world.signal);
  const context = {
    ...(options.ifMatch && { ifMatch: Number(options.ifMatch.replaceAll('"', '')) }),
    ...(options.idempotencyKey && { idempotencyKey: options.idempotencyKey }),
  };
  const answer = options.all
    ? await callForAll(call, operation, input)
    : await call(operation, operation.input ? input : undefined, context);
  if (operation.fileType) return writeFileGiven(world, answer as Blob, options.out!);
  if (operation.isStream) return printStream(world, answer as AsyncIterable<unknown>);
  world.stdout.write(
    options.json ? `${JSON.stringify(answer ?? null)}\n` : describeAnswer(answer, world.stdout.columns),
  );
  return EXIT.done;
}

async function writeFileGiven(world: World, file: Blob, out: string): Promise<number> {
  if (out === '-') {
    for await (const part of file.stream()) world.stdout.write(part);
    return EXIT.done;
  }
  try {
    await writeFile(out, file.stream(), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CommandFailed(`${out} is there already: remove it, or write elsewhere.`);
  }
  world.stdout.write(`Wrote ${out}, ${file.size} bytes.\n`);
  return EXIT.done;
}

/** One line of JSON for each event, until the server or Ctrl-C ends it. */
async function printStream(world: World, events: AsyncIterable<unknown>): Promise<number> {
  try {
    for await (const event of events) world.stdout.write(`${JSON.stringify(event)}\n`);
  } catch (error) {
    if (!world.signal.aborted) throw error;
  }
  return EXIT.done;
}
