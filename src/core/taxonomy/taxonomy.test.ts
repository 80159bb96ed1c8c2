import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSE_CLASSES, CLASS_OF_CAUSE } from './causeClasses.ts';
import { LAYERS } from './layers.ts';
import { SEVERITIES, SEVERITY_IDS } from './severities.ts';
import { checkTerm, DIMENSIONS, type ExtraTerm, extendTaxonomy, findTerm, TAXONOMY } from './taxonomy.ts';
import { USE_CASES } from './useCases.ts';

const OWN: ExtraTerm = {
  dimension: 'causeClass',
  id: 'till-hardware',
  name: 'Till hardware',
  description: 'A till or its scanner failed in a shop.',
};

test('there are ten layers, ten use cases, five severities, and every suspected cause has a class', () => {
  expect(LAYERS.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, i) => `L${i + 1}`));
  expect(USE_CASES).toHaveLength(10);
  expect(SEVERITIES.map(({ id }) => id)).toEqual(SEVERITY_IDS);
  const classes = new Set<string>(CAUSE_CLASSES.map(({ id }) => id));
  expect(Object.values(CLASS_OF_CAUSE).filter(id => !classes.has(id))).toEqual([]);
});

test('every term of the product would be accepted as a new one', () => {
  const none = { layer: [], causeClass: [], useCase: [] };
  const all = DIMENSIONS.flatMap(dimension => TAXONOMY[dimension].map(term => ({ ...term, dimension })));
  expect(all.flatMap(term => checkTerm(term, none))).toEqual([]);
});

describe('a term of an organisation’s own', () => {
  test('stands behind the others and is found', () => {
    const { taxonomy, remarks } = extendTaxonomy([OWN]);
    expect(remarks).toEqual([]);
    expect(taxonomy.causeClass.at(-1)).toEqual({ id: OWN.id, name: OWN.name, description: OWN.description });
    expect(findTerm(taxonomy, 'causeClass', OWN.id)?.name).toBe('Till hardware');
    expect(findTerm(TAXONOMY, 'causeClass', OWN.id)).toBeUndefined();
  });

  test.each<[Partial<ExtraTerm>, string]>([
    [{ id: '' }, 'id-shape'],
    [{ id: 'a b' }, 'id-shape'],
    [{ id: '-a' }, 'id-shape'],
    [{ id: 'a'.repeat(41) }, 'id-shape'],
    [{ id: 'Capacity' }, 'id-taken'],
    [{ name: ' capacity ' }, 'name-taken'],
    [{ name: ' ' }, 'name-missing'],
    [{ description: '' }, 'description-missing'],
    [{ description: 'x'.repeat(501) }, 'description-long'],
  ])('is refused with %o', (changed, code) => {
    expect(checkTerm({ ...OWN, ...changed }).map(remark => remark.code)).toEqual([code]);
  });

  test('may have the name of a term in another dimension', () => {
    expect(checkTerm({ ...OWN, dimension: 'useCase', id: 'capacity', name: 'Capacity' })).toEqual([]);
  });

  test('is refused when another of one’s own is the same, and the first stays', () => {
    const { taxonomy, remarks } = extendTaxonomy([OWN, { ...OWN, name: 'Tills' }]);
    expect(remarks).toMatchObject([{ on: 'causeClass/till-hardware', code: 'id-taken' }]);
    expect(taxonomy.causeClass).toHaveLength(CAUSE_CLASSES.length + 1);
  });

  test('never takes a term of the product away, whatever is given', () => {
    const term = fc.record({
      dimension: fc.constantFrom(...DIMENSIONS),
      id: fc.string(),
      name: fc.string(),
      description: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), extra => {
        const { taxonomy } = extendTaxonomy(extra);
        for (const dimension of DIMENSIONS) {
          const ids = taxonomy[dimension].map(({ id }) => id.toLowerCase());
          expect(new Set(ids).size).toBe(ids.length);
          expect(taxonomy[dimension].slice(0, TAXONOMY[dimension].length)).toEqual(TAXONOMY[dimension]);
        }
      }),
    );
  });
});
