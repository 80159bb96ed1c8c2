import { type Command, Option } from 'commander';
import { type CommandField, commandFieldsOf } from '../../contract/commandFields.ts';
import { commandWord, featureWord } from '../../contract/commandWord.ts';
import { honoursIfMatch } from '../../contract/honoursIfMatch.ts';
import { listOperations, type Operation } from '../../contract/listOperations.ts';
import type { World } from '../world.ts';
import { parseValue } from './parseValue.ts';
import { runOperation } from './runOperation.ts';

export interface Finishing {
  world: World;
  finish(exitCode: number): void;
}

/**
 * Adds the commands of a feature: `afterword services list`, `afterword services edit <id> --tier 1`. Where there is a
 * command of that name already, they are added to its own.
 *
 * What the contract does not have, it does not add; but then the features it has are known, so that the right one can
 * be proposed.
 */
export function addFeature(program: Command, feature: string, finishing: Finishing): void {
  // Sending a file takes several operations: that is a command of its own, `evidence upload`.
  const operations = listOperations().filter(
    operation => featureWord(operation) === feature && !operation.takesBytes,
  );
  if (operations.length === 0) return addNames(program);
  const own = program.commands.find(command => command.name() === feature);
  const parent = own ?? program.command(feature).description(`ask a server about ${feature}`);
  for (const operation of operations) {
    const name = commandWord(operation);
    if (!parent.commands.some(command => command.name() === name)) addOperation(parent, operation, finishing);
  }
}

function addNames(program: Command): void {
  for (const name of new Set(listOperations().map(featureWord)))
    if (!program.commands.some(command => command.name() === name)) program.command(name);
}

function addOperation(parent: Command, operation: Operation, { world, finish }: Finishing): void {
  const fields = commandFieldsOf(operation);
  const command = parent.command(commandWord(operation)).description(operation.summary);
  for (const field of fields)
    if (field.isPositional)
      command.argument(`<${field.flag}>`, field.description, text => parseValue(field, text));
    else for (const option of optionsOf(field)) command.addOption(option);
  addCommonOptions(command, operation);
  command.action(async () => {
    const given = new Map(fields.flatMap(field => found(field, command, fields)));
    finish(await runOperation(world, { operation, fields, given, options: command.opts() }));
  });
}

function addCommonOptions(command: Command, operation: Operation): void {
  if (operation.input)
    command.option('--input <file>', 'JSON with the fields, or - for standard input; options go over it');
  if (operation.fileType) command.requiredOption('--out <file>', 'file to write, or - for standard output');
  if (operation.isList) command.option('--all', 'all pages');
  if (honoursIfMatch(operation))
    command.option('--if-match <version>', 'refuse when it is at another version by now');
  if (operation.effect === 'change')
    command.option(
      '--idempotency-key <key>',
      'a text of your choice: repeated with it, the change is done once',
    );
  command
    .option('--json', 'print the answer as JSON')
    .option('--server <address>', 'server to ask instead of the usual one');
}

/** Commander takes a value of null for a missing one, so what was parsed travels in a box. */
interface Boxed {
  value: unknown;
}

function optionsOf(field: CommandField): Option[] {
  if (field.kind === 'boolean' && !field.isList)
    return [new Option(`--${field.flag}`, helpOf(field)), new Option(`--no-${field.flag}`).hideHelp()];
  const value = field.choices ? field.choices.join('|') : field.kind;
  const option = new Option(`--${field.flag} <${value}>`, helpOf(field));
  return [
    option.argParser<Boxed | undefined>((text, before) => {
      const parsed = parseValue(field, text);
      return { value: field.isList ? [...((before?.value as unknown[] | undefined) ?? []), parsed] : parsed };
    }),
  ];
}

function helpOf({ description, isRequired, isList, isNullable, default: usual }: CommandField): string {
  const notes = [
    isRequired && 'needed',
    isList && 'may be repeated',
    isNullable && 'null for none',
    usual !== undefined &&
      usual !== null &&
      JSON.stringify(usual).length < 40 &&
      `default: ${JSON.stringify(usual)}`,
  ].filter(Boolean);
  return [description, notes.length > 0 && `(${notes.join('; ')})`].filter(Boolean).join(' ');
}

/** The field's value, if the command line gave one. */
function found(field: CommandField, command: Command, fields: readonly CommandField[]): [string, unknown][] {
  if (field.isPositional) {
    const place = fields.filter(({ isPositional }) => isPositional).indexOf(field);
    return [[field.flag, command.processedArgs[place]]];
  }
  const name = new Option(`--${field.flag}`).attributeName();
  if (command.getOptionValueSource(name) !== 'cli') return [];
  const given = command.getOptionValue(name) as Boxed | boolean;
  return [[field.flag, typeof given === 'boolean' ? given : given.value]];
}
