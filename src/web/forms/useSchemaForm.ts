import { useState } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import type { FormSchema } from '../../contract/formSchema.ts';
import { t } from '../messages/index.ts';
import { type Overtaking, useForm } from '../ui/useForm.ts';
import { checkValue } from './checkValue.ts';
import { describeFlaw } from './describeFlaw.ts';
import { type TextsByField, textsOf, wordsFor } from './fieldTexts.ts';
import { beginObject, type FormValues, toObject } from './formValues.ts';
import type { Sent } from './sent.ts';
import { shapeOf } from './shapeOf.ts';

interface SchemaFormOptions {
  /** What is edited, as it is now, or what a new one begins with; what it has besides the operation's fields is left alone. */
  given?: object | undefined;
  /** Fields that the page knows itself, or that are changed elsewhere on it. */
  without?: readonly string[];
  /** Why what was sent last was not taken. */
  error: unknown;
  /** What else changes when somebody changes something: an id that follows a name. */
  follow?(next: FormValues, before: FormValues): FormValues;
  texts?: TextsByField;
}

interface Issue {
  path: string;
  message: string;
}

/** What is wrong at a place of the input (a JSON pointer), or at it and below. */
export interface Issues {
  at(path: string): string | undefined;
  within(path: string): string | undefined;
}

/** A form's state: what `SchemaFields` draws, and what a window or a page around it needs to know. */
export interface SchemaFormState<Input> {
  shape: FormSchema;
  texts: TextsByField;
  values: FormValues;
  issues: Issues;
  /** Why nothing was sent, or what was sent was refused. */
  error: unknown;
  isChanged: boolean;
  isSelfChecked: true;
  /** Another's change of what is edited. */
  overtaken: Overtaking | undefined;
  set(name: string, value: unknown): void;
  /** Gives what was filled in to `then`, unless the operation would refuse it. */
  send(then: (sent: Sent<Input>) => void): void;
  /** Takes away what was filled in. */
  clear(): void;
}

const NOTHING_SENT: { sent: FormValues; refusal: RefusedError | null } = { sent: {}, refusal: null };

/**
 * What somebody fills in for an operation, by the operation's own schema: nothing is sent that it would refuse, and
 * everything that it takes can be sent. What the server still refuses stands at its field until that is changed.
 */
export function useSchemaForm<Input>(
  schema: FormSchema,
  { given = {}, without = [], error, follow = next => next, texts = textsOf(schema.$id) }: SchemaFormOptions,
): SchemaFormState<Input> {
  const { version } = given as { version?: number };
  const [shape] = useState(() => shapeOf(schema, { given: given as FormValues, without }));
  const form = useForm<Record<string, unknown>>(
    { ...beginObject(shape, given as FormValues) },
    error,
    version === undefined ? undefined : { version, words: wordsFor(texts) },
  );
  const { values } = form;
  const [{ sent, refusal }, setSending] = useState(NOTHING_SENT);
  const input = toObject(shape, values);
  const findIssues = (): Issue[] =>
    checkValue(shape, input).map(flaw => ({ path: flaw.path, message: describeFlaw(flaw, texts) }));
  const isAsSent = ({ path }: Issue): boolean => isSame(valueAt(values, path), valueAt(sent, path));
  const issues = refusal ? findIssues() : issuesOf(error).filter(isAsSent);
  return {
    shape,
    texts,
    values,
    issues: {
      at: path => issues.find(issue => issue.path === path)?.message,
      within: path => issues.find(issue => issue.path === path || issue.path.startsWith(`${path}/`))?.message,
    },
    error: refusal ?? error,
    isChanged: form.isChanged,
    isSelfChecked: true,
    overtaken: form.overtaken,
    set(name, value) {
      const next = follow({ ...values, [name]: value }, values);
      for (const [field, held] of Object.entries(next)) if (held !== values[field]) form.set(field, held);
    },
    send(then) {
      const found = findIssues();
      setSending({ sent: values, refusal: found.length > 0 ? refuse(found) : null });
      if (found.length === 0) then({ input: input as Input, ifMatch: form.version });
    },
    clear() {
      for (const [field, held] of Object.entries(beginObject(shape, {}))) form.set(field, held);
      setSending(NOTHING_SENT);
    },
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce((value, part) => (value as Record<string, unknown> | undefined)?.[part], values);

const issuesOf = (error: unknown): readonly Issue[] =>
  error instanceof RefusedError ? (error.problem.issues ?? []) : [];

/** What the server would have said. */
const refuse = (issues: readonly Issue[]): RefusedError =>
  new RefusedError({
    type: 'urn:afterword:error:invalid',
    title: t.forms.refused,
    status: 422,
    code: 'invalid',
    detail: t.forms.refused,
    instance: '',
    issues,
  });
