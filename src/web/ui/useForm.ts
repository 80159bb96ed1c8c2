import { useState } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import { t } from '../messages/index.ts';

/** The message for a field, of a refusal that names fields. */
const issueOf = (error: unknown, path: string): string | undefined =>
  error instanceof RefusedError
    ? error.problem.issues?.find(issue => issue.path === path || issue.path.startsWith(`${path}/`))?.message
    : undefined;

/** What is wrong as a whole: the server's words, or that it was not reached. */
function generalOf(error: unknown): string | undefined {
  if (!error) return undefined;
  if (!(error instanceof RefusedError)) return t.common.offline;
  return error.problem.issues?.length ? undefined : error.message;
}

/** What somebody fills in, beside what the server says of each field. */
export function useForm<Values extends Record<string, unknown>>(initial: Values, error: unknown) {
  const [values, setValues] = useState(initial);
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]): void =>
    setValues(before => ({ ...before, [name]: value }));
  return {
    values,
    set,
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
    general: generalOf(error),
  };
}
