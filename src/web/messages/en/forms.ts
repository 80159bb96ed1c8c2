import type { RuleName } from '../../../contract/rules.ts';
import type { Keyword } from '../../forms/checkValue.ts';
import { countText, plural } from '../plural.ts';

const characters = (count: number): string => plural(count, 'character', 'characters');

type Says = (limit: never, value: never) => string;

/** What forms say by themselves, whatever they ask for. */
export const forms = {
  refused: 'Something is not filled in as it must be.',
  /** By the word of the schema that is not kept to: what it says, and what was filled in. */
  problems: {
    required: () => 'is empty: fill it in',
    type: () => 'is not what belongs here: fill it in anew',
    enum: () => 'is none of the choices: choose one of them',
    minLength: (least: number, { length }: string) => `is too short: ${characters(least - length)} more`,
    maxLength: (most: number, { length }: string) => `is too long: take out ${characters(length - most)}`,
    pattern: () => 'is not written as it must be',
    minimum: (least: number) => `is too small: at least ${least}`,
    maximum: (most: number) => `is too large: at most ${most}`,
    minItems: (least: number) =>
      least === 1 ? 'is empty: it needs at least one' : `is too little: it needs at least ${least}`,
    maxItems: (most: number) => `is too much: at most ${most} are possible`,
  } satisfies Record<Keyword | 'required' | 'type', Says> as Record<string, Says>,
  rules: {
    keepable: 'holds a character that cannot be kept: type it anew instead of pasting it',
    visible: 'is empty: write at least one visible character',
    possibleInstant: 'lies outside the years 1000 to 3200',
    possibleDay: 'lies before the year 1000: check the century',
    varied: 'repeats the same few characters: use at least five different ones',
    distinctIds: 'has two of one name in addresses: give each its own',
  } satisfies Record<RuleName, string> as Record<RuleName, string>,
  /** By the type or the format of the schema, where that says more. */
  formats: {
    integer: 'is not a whole number',
    email: 'is not a mail address: write it like ada@example.org',
    'date-time': 'is not a time: choose a day and an hour',
    date: 'is not a day: choose one',
  } as Record<string, string>,
  line: (line: string, problem: string) => `“${line}” ${problem}`,
  onePerLine: 'One a line.',
  between: (least: number, most: number) => `${countText(least)} to ${countText(most)}.`,
  choose: 'Choose …',
  add: 'Add',
  untitled: 'Without a name',
  moveUp: (name: string) => `Move “${name}” up`,
  moveDown: (name: string) => `Move “${name}” down`,
  remove: (name: string) => `Remove “${name}”`,
  unsaved: 'Not saved yet',
};
