import { useState } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import { changedNames, type FieldValues, mergeEdits } from './mergeEdits.ts';
import { problemOf } from './problemOf.ts';

/** The message for a field, of a refusal that names fields. */
const issueOf = (error: unknown, path: string): string | undefined =>
  error instanceof RefusedError
    ? error.problem.issues?.find(issue => issue.path === path || issue.path.startsWith(`${path}/`))?.message
    : undefined;

/** How a field is called, and how its value reads where it is more than text or named things. */
export type FieldWord<Value> = string | { label: string; text(value: Value): string };

/** What a form edits, as it is now: others may change it while the form is open. */
export interface Edited<Values> {
  version: number;
  words?: { [Name in keyof Values]?: FieldWord<Values[Name]> } | undefined;
}

/** Another's change of what a form edits, made since it was filled. */
export interface Overtaking {
  /** What they changed. `mine` is missing where nothing was changed here. */
  differences: readonly { name: string; label: string; theirs: string; mine: string | undefined }[];
  /** Fills the form with what is there now. */
  loadTheirs(): void;
  /** Keeps what was changed here, and takes everything else from them. */
  keepMine(): void;
}

/**
 * What somebody fills in, beside what the server says of each field. Of a thing that others may change meanwhile,
 * `given` and `edited` are as it is now: what was not touched follows, and for the rest `overtaken` asks.
 */
export function useForm<Values extends FieldValues>(given: Values, error: unknown, edited?: Edited<Values>) {
  const now = edited?.version ?? 1;
  const [base, setBase] = useState({ values: given, version: now });
  const [values, setValues] = useState(given);
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]): void =>
    setValues(before => ({ ...before, [name]: value }));
  const begin = (next: Values): void => {
    setBase({ values: given, version: now });
    setValues(next);
  };

  const mine = changedNames(base.values, values);
  const isBehind = now > base.version;
  const asks = (name: string): boolean => mine.length > 0 && changedNames(values, given).includes(name);
  const differing = isBehind ? changedNames(base.values, given).filter(asks) : [];
  // What they changed is no field of this form, or the same was filled in here, or nothing was.
  if (isBehind && differing.length === 0) begin(mergeEdits(base.values, values, given));

  const overtaken: Overtaking | undefined =
    differing.length > 0
      ? {
          differences: differing.map(name => ({
            name,
            label: labelOf(edited?.words?.[name], name),
            theirs: wordOf(edited?.words?.[name], given[name]),
            mine: mine.includes(name) ? wordOf(edited?.words?.[name], values[name]) : undefined,
          })),
          loadTheirs: () => begin(given),
          keepMine: () => begin(mergeEdits(base.values, values, given)),
        }
      : undefined;

  return {
    values,
    /** What the form was filled with: what is changed is changed against it. */
    before: base.values,
    set,
    error,
    isChanged: mine.length > 0,
    overtaken,
    /** What `If-Match` says: the version that somebody has seen. */
    version: base.version,
    /** Props of a text control. */
    text: (name: keyof Values & string) => ({
      value: String(values[name] ?? ''),
      error: issueOf(error, `/${name}`),
      onChange: (event: { target: { value: string } }) =>
        set(name, event.target.value as Values[typeof name]),
    }),
    /** What the server says of a part of the input, by its path: `/verification`. */
    issue: (path: string) => issueOf(error, path),
    /** What no field shows. */
    general: problemOf(error),
  };
}

function labelOf<Value>(word: FieldWord<Value> | undefined, name: string): string {
  return typeof word === 'object' ? word.label : (word ?? name);
}

function wordOf<Value>(word: FieldWord<Value> | undefined, value: Value): string {
  return typeof word === 'object' ? word.text(value) : plainText(value);
}

/** Text, one thing with a name, or several. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return String((value as { name?: string }).name ?? (value as { title?: string }).title ?? '');
}
