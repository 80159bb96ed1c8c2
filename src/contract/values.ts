import { z } from 'zod';
import { obeying } from './obeying.ts';

/** Text of people, kept byte for byte. `most` counts UTF-16 units. */
export const text = (most: number) => obeying(z.string().max(most), 'keepable');

/** A short line: a name, a title. Not empty, not only spaces. */
export const line = (most = 200) => obeying(text(most), 'visible').meta({ pattern: '\\S' });

/** Markdown or notes. */
export const prose = text(200_000);

/** A noun's id: a version 7 UUID, which sorts by creation. Read in either case, compared in lower case. */
export const id = z.uuid().toLowerCase();

/** An instant in UTC, to the microsecond: `2023-01-30T12:07:14.123456Z`. Any offset is taken on input. */
export const instant = obeying(z.iso.datetime({ offset: true }).max(40), 'possibleInstant');

/** A calendar day: `2023-01-30`. */
export const day = obeying(z.iso.date(), 'possibleDay');

/** Counts edits of a noun; its ETag begins with it. */
export const version = z.int().positive();

/** What every list takes. */
export const pageInput = {
  cursor: text(1_000).optional().describe('`nextCursor` of the page before'),
  limit: z.int().min(1).max(200).default(50).describe('most items of a page'),
};

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A person or a team where it is only named. */
export const named = z.object({ id, name: z.string() });

/** A link to something outside. Only http and https: others could run code in a browser. */
export const link = z.object({ title: line(), url: z.url({ protocol: /^https?$/ }).max(2_000) });

/** One or several of something in a filter: a query may say `state=open` as well as `state[0]=open`. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given: z.input<T> | z.input<T>[]) => (Array.isArray(given) ? given : [given]),
    z.array(item).min(1).max(50),
  );
