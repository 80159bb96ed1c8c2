import { t } from '../messages/index.ts';

/** What a form says of a field. */
export interface FieldTexts {
  label: string;
  /** What to know before filling it in. */
  hint?: string;
  /** What to do about a text that is not written as its pattern asks. */
  pattern?: string;
  /** Names of the choices, and what it means to choose one. */
  choices?: Readonly<Record<string, string>>;
  choiceTexts?: Readonly<Record<string, string>>;
  /** What stands beside an item's name when this field of it is so. */
  badge?: string;
  /** Of a list: the button that adds an item, and what an item is called that has no name yet. */
  add?: string;
  untitled?: string;
  /** Of what has fields of its own. */
  fields?: TextsByField;
}

export type TextsByField = Readonly<Record<string, FieldTexts>>;

/** The texts for the fields of an operation's input: `teams.edit` says what all forms of teams say. */
export const textsOf = (operation = ''): TextsByField => t.fields[operation.split('.')[0]!] ?? {};

/** The texts of the field at a path: `/sections/3/title`. */
export function textsAt(texts: TextsByField, path: string): FieldTexts | undefined {
  const [name = '', ...more] = path.split('/').filter(part => part !== '' && !/^\d+$/.test(part));
  const here = texts[name];
  return more.length > 0 && here?.fields ? textsAt(here.fields, `/${more.join('/')}`) : here;
}

/** How fields are called and their values read where they are only told. */
export const wordsFor = (texts: TextsByField) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, { label, choices }]) => [
      name,
      {
        label,
        text: (value: unknown) =>
          [value]
            .flat()
            .map(part => read(part, choices))
            .join(', '),
      },
    ]),
  );

/** A value in words: a choice by its name, a thing by the first text in it. */
function read(value: unknown, choices: FieldTexts['choices']): string {
  if (typeof value !== 'object' || value === null) return choices?.[String(value)] ?? String(value ?? '');
  return String(Object.values(value).find(part => typeof part === 'string') ?? '');
}
