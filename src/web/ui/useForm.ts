import { useState } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import { problemOf } from './problemOf.ts';

/** The message for a field, of a refusal that names fields. */
const issueOf = (error: unknown, path: string): string | undefined =>
  error instanceof RefusedError
    ? error.problem.issues?.find(issue => issue.path === path || issue.path.startsWith(`${path}/`))?.message
    : undefined;

/** What somebody fills in, beside what the server says of each field. */
export function useForm<Values extends Record<string, unknown>>(given: Values, error: unknown) {
  // What it began with stays that, also when what it was made from is fetched again.
  const [initial] = useState(given);
  const [values, setValues] = useState(given);
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]): void =>
    setValues(before => ({ ...before, [name]: value }));
  return {
    values,
    set,
    error,
    isChanged: JSON.stringify(values) !== JSON.stringify(initial),
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
