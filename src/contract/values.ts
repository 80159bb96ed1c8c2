import { z } from 'zod';

/** PostgreSQL keeps neither U+0000 nor half a surrogate pair; what it cannot keep byte for byte is refused. */
const isKeepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Text of people, kept byte for byte. `most` counts UTF-16 units. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine(isKeepable, 'holds U+0000 or half of a surrogate pair, which cannot be kept: remove it');

/** A short line: a name, a title. Not empty, not only spaces. */
export const line = (most = 200) =>
  text(most)
    .refine(value => value.trim() !== '', 'is empty: write at least one visible character')
    .meta({ pattern: '\\S' });

/** Markdown or notes. */
export const prose = text(200_000);

/** A noun's id: a version 7 UUID, which sorts by creation. Read in either case, compared in lower case. */
export const id = z.uuid().toLowerCase();

/** An instant in UTC, to the microsecond: `2023-01-30T12:07:14.123456Z`. Any offset is taken on input. */
export const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine(value => Math.abs(Number(value.slice(0, 4)) - 2100) <= 1100, 'lies outside the years 1000 to 3200');

/** A calendar day: `2023-01-30`. */
export const day = z.iso
  .date()
  .refine(value => Number(value.slice(0, 4)) >= 1000, 'lies before the year 1000: check the century');

/** Counts edits of a noun; its ETag. */
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
