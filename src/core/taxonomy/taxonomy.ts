import type { Remark } from '../remark.ts';
import { CAUSE_CLASSES } from './causeClasses.ts';
import { LAYERS } from './layers.ts';
import type { Term } from './term.ts';
import { USE_CASES } from './useCases.ts';

export const DIMENSIONS = ['layer', 'causeClass', 'useCase'] as const;
/** What an incident is filed under; an organisation may add terms to each. */
export type Dimension = (typeof DIMENSIONS)[number];

export type Taxonomy = Readonly<Record<Dimension, readonly Term[]>>;

/** The terms that every installation has. */
export const TAXONOMY: Taxonomy = { layer: LAYERS, causeClass: CAUSE_CLASSES, useCase: USE_CASES };

/** A term of an organisation's own. */
export interface ExtraTerm extends Term {
  readonly dimension: Dimension;
}

/** What a term of the organisation's own may be called by programs. */
export const TERM_ID = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;
const LONGEST = { id: 40, name: 80, description: 500 } as const;

/** A term's name as two people would think it the same. */
const fold = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** What must be refused of a new term, given the terms that are there already. */
export function checkTerm(term: ExtraTerm, known: Taxonomy = TAXONOMY): Remark[] {
  const remarks: Remark[] = [];
  const refuse = (on: string, code: string, text: string) => remarks.push({ level: 'error', code, on, text });
  if (!TERM_ID.test(term.id) || term.id.length > LONGEST.id)
    refuse(
      'id',
      'id-shape',
      `“${term.id}” cannot be an id. Use letters, digits and single hyphens, at most ${LONGEST.id}, beginning with a letter.`,
    );
  for (const field of ['name', 'description'] as const) {
    if (fold(term[field]) === '')
      refuse(
        field,
        `${field}-missing`,
        `The term has no ${field}. Write one, so that everybody files alike.`,
      );
    if (term[field].length > LONGEST[field])
      refuse(field, `${field}-long`, `The ${field} is longer than ${LONGEST[field]} characters. Shorten it.`);
  }
  for (const other of known[term.dimension]) {
    if (fold(other.id) === fold(term.id))
      refuse(
        'id',
        'id-taken',
        `“${other.id}” is there already (${other.name}). Choose another id, or use that term.`,
      );
    if (fold(other.name) === fold(term.name))
      refuse(
        'name',
        'name-taken',
        `“${other.name}” is there already (${other.id}). Use that term, or name what differs.`,
      );
  }
  return remarks;
}

/** The taxonomy with an organisation's own terms behind the given ones. Terms that fail `checkTerm` are left out, with remarks on `dimension/id`. */
export function extendTaxonomy(extra: readonly ExtraTerm[]): { taxonomy: Taxonomy; remarks: Remark[] } {
  const grown: Record<Dimension, Term[]> = {
    layer: [...LAYERS],
    causeClass: [...CAUSE_CLASSES],
    useCase: [...USE_CASES],
  };
  const remarks = extra.flatMap(term => {
    const found = checkTerm(term, grown);
    const { dimension, id, name, description } = term;
    if (found.length === 0) grown[dimension].push({ id, name, description });
    return found.map(remark => ({ ...remark, on: `${dimension}/${id}` }));
  });
  return { taxonomy: grown, remarks };
}

/** The term with this id, or undefined: ids of terms that were removed later still stand in old incidents. */
export function findTerm(taxonomy: Taxonomy, dimension: Dimension, id: string): Term | undefined {
  return taxonomy[dimension].find(term => term.id === id);
}
