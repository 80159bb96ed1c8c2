import type { FormValues } from '../forms/formValues.ts';

/** `What went well?` → `what-went-well`: what a thing is called in addresses, unless somebody says otherwise. */
export const idFromName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** Lets the id of something new follow its name, until somebody gives it one of its own. */
export const followName =
  (name: string) =>
  (next: FormValues, before: FormValues): FormValues =>
    next[name] !== before[name] && next.id === idFromName(String(before[name]))
      ? { ...next, id: idFromName(String(next[name])) }
      : next;
