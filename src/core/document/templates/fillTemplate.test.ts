import { describe, expect, test } from 'vitest';
import { emptyBundle, START } from '../../../../test/builders/bundle.ts';
import { measureCompleteness } from '../../writing/completeness.ts';
import type { Bundle } from '../bundle.ts';
import { FILLS } from './fills.ts';
import { fillTemplate } from './fillTemplate.ts';
import { TEMPLATES } from './index.ts';

const said = (text: string) => ({ text, cites: ['e1'], basis: 'evidence' as const });

/** A small draft that has something to say in every part. */
const draft: Bundle = {
  ...emptyBundle(),
  summary: [
    said('Checkout failed for 4 312 customers in Norway for 12 min, from 07:02 on.'),
    said('The pool of connections to orders-db ran out after the release of pricing 2.14.'),
  ],
  impact: {
    sentences: [said('43 % of checkouts failed with status 503 in Norway and Sweden, and carts were lost.')],
    figures: [],
  },
  moments: [
    {
      id: 'm1',
      at: START,
      uncertaintyUs: 900,
      kind: 'deploy',
      title: 'pricing 2.14 rolled out to all pods',
      reason: 'a release in the journal of deployments, two minutes before the first failure of checkout',
      weight: 1,
      kept: true,
      source: 'deploys',
      service: 'pricing',
      cites: ['e2'],
    },
  ],
  hypotheses: [
    {
      statement: said(
        'Pricing 2.14 holds a connection while it waits for the tax vendor, so the pool of orders-db emptied.',
      ),
      suspect: null,
      test: 'Replay the peak against 2.13 and 2.14, and compare connections in use.',
    },
  ],
  unknowns: [said('Whether refunds were sent twice is not shown by any log.')],
  actions: [
    {
      title: 'Bound the wait for a connection in pricing to 200 ms',
      kind: 'mitigate',
      verification: 'PromQL, to hold for 14 days: `max(pool_wait_seconds) < 0.2`',
      because: said('Requests waited up to 30 s for a connection.'),
    },
  ],
  citations: [
    { id: 'e1', label: 'failed requests', records: [], count: 4312 },
    { id: 'e2', label: 'the release', records: [], count: 1 },
    { id: 'e3', label: 'not cited by any section', records: [], count: 1 },
  ],
};

describe.each(TEMPLATES)('the template “$name”', template => {
  test('has sections with ids of their own, guidance, and something required', () => {
    const ids = template.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, guidance, minimumWords, filledBy } of template.sections) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(title.length).toBeGreaterThan(2);
      expect(guidance).toMatch(/^[A-Z].*\.$/);
      expect(minimumWords).toBeGreaterThan(0);
      for (const fill of filledBy) expect(FILLS).toHaveProperty(fill);
    }
    expect(ids).toContain('summary');
    expect(ids).toContain('actions');
    expect(template.sections.some(({ isRequired }) => isRequired)).toBe(true);
  });

  test('is empty without a draft', () => {
    const { sections, appendix } = fillTemplate(template, null);
    expect(sections.map(({ id }) => id)).toEqual(template.sections.map(({ id }) => id));
    expect(sections.map(({ markdown }) => markdown).join('') + appendix).toBe('');
  });

  test('is filled by the draft where the draft knows something, and only there', () => {
    const { sections } = fillTemplate(template, draft);
    const measured = measureCompleteness(template, sections).sections;
    for (const { id, filledBy } of template.sections) {
      const { filled, reason } = measured.find(section => section.id === id)!;
      if (filledBy.length === 0) expect(reason).toBe('Nothing is written here yet.');
      else if (id !== 'evidence' && id !== 'custody') expect(filled, id).toBeGreaterThan(0.4);
    }
    expect(sections.map(({ markdown }) => markdown).join('\n')).not.toMatch(/^#/m);
  });

  test('comes with the evidence that it cites, and no other', () => {
    const { appendix } = fillTemplate(template, draft);
    expect(appendix).toContain('**e1**');
    expect(appendix).not.toContain('**e3**');
  });
});

test('there is a template for each kind of postmortem', () => {
  expect(TEMPLATES.map(({ id }) => id)).toEqual([
    'full',
    'short',
    'security',
    'change',
    'vendor',
    'cost',
    'near-miss',
  ]);
});

test('an empty draft fills nothing', () => {
  const [full] = TEMPLATES;
  expect(measureCompleteness(full!, fillTemplate(full!, emptyBundle()).sections).total).toBe(0);
});
