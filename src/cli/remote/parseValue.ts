import { InvalidArgumentError } from 'commander';
import type { CommandField } from '../../contract/commandFields.ts';

const PARSERS: Record<CommandField['kind'], (text: string) => unknown> = {
  text: value => value,
  number(value) {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number))
      throw new InvalidArgumentError('It must be a number.');
    return number;
  },
  boolean: value => value !== 'false',
  json(value) {
    try {
      return JSON.parse(value);
    } catch {
      throw new InvalidArgumentError('It must be JSON.');
    }
  },
};

/** What a field's text on the command line stands for. Throws InvalidArgumentError. */
export function parseValue({ kind, choices, isNullable }: CommandField, text: string): unknown {
  if (isNullable && text === 'null') return null;
  if (choices && !choices.includes(text))
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  return PARSERS[kind](text);
}
