import { randomUUIDv7 } from 'node:crypto';
import type { Row } from './copyRows.ts';
import type { TextDraw } from './drawText.ts';

/** Tables of an archive, in an order in which rows can be added. */
export const TABLES = [
  'incident',
  'incident_service',
  'incident_team',
  'incident_role',
  'incident_note',
  'postmortem',
  'postmortem_text',
  'postmortem_version',
  'action',
] as const;

/** Adds a row to one of the tables. */
export type Add = (table: (typeof TABLES)[number], row: Row) => void;

/** What incidents refer to; the first ones are the most frequent. */
export interface Organisation {
  people: readonly string[];
  teams: readonly string[];
  services: readonly string[];
  template: string;
}

export interface Draw {
  random(): number;
  texts: TextDraw;
  organisation: Organisation;
}

const ACTION_STATES = ['open', 'in-progress', 'done', 'verified', 'cancelled'] as const;
const OPEN_STATES = ['declared', 'acknowledged', 'mitigated', 'restored'] as const;
const RESTRICTED = 1 / 10;

/**
 * Draws an incident with what hangs on it: words, services and owners as unequally frequent as in life (Zipf), one of
 * ten restricted, two in five with a postmortem, four actions for five.
 *
 * @param at ISO; when it was declared
 */
export function drawIncident(
  { random, texts, organisation: { people, teams, services, template } }: Draw,
  { at, isOpen }: { at: string; isOpen: boolean },
  add: Add,
): void {
  const below = (end: number): number => Math.floor(random() * end);
  /** 0 to end - 1, each half as often as one of half its rank. */
  const zipf = (end: number): number => Math.floor((end + 1) ** random()) - 1;
  const oneOf = <T>(from: readonly T[]): T => from[zipf(from.length)]!;
  const some = <T>(count: number, from: readonly T[]): T[] => [
    ...new Set(Array.from({ length: count }, () => oneOf(from))),
  ];
  const maybe = <T>(value: T): T | null => (random() < 0.8 ? value : null);
  const stamps = { created_at: at, updated_at: at };

  const id = randomUUIDv7();
  const title = texts.words(4 + below(6));
  const isRestricted = random() < RESTRICTED;
  add('incident', {
    id,
    title,
    summary: texts.text(10 + below(30)),
    severity: `sev${1 + Math.min(4, below(7))}`,
    state: isOpen ? OPEN_STATES[below(4)]! : 'closed',
    layer: maybe(`L${1 + zipf(10)}`),
    cause_class: maybe(`cause-${zipf(14)}`),
    use_case: maybe(`use-${zipf(10)}`),
    is_restricted: isRestricted,
    restriction_reason: isRestricted ? 'bench' : null,
    impact: { json: [] },
    links: { json: [] },
    answers: { json: {} },
    declared_at: at,
    declared_by: oneOf(people),
    ...stamps,
  });
  for (const service of some(1 + below(3), services))
    add('incident_service', { incident_id: id, service_id: service });
  for (const [place, team] of some(1 + below(2), teams).entries())
    add('incident_team', { incident_id: id, team_id: team, part: place === 0 ? 'owner' : 'contributor' });
  const hold = (role: string): void =>
    add('incident_role', {
      id: randomUUIDv7(),
      incident_id: id,
      role,
      person_id: oneOf(people),
      since: at,
      note: '',
    });
  hold('commander');
  if (random() < 0.5)
    add('incident_note', {
      id: randomUUIDv7(),
      incident_id: id,
      body: texts.words(10 + below(20)),
      ...stamps,
    });

  if (random() < 0.4) {
    hold('postmortemOwner');
    const [postmortem, text] = [randomUUIDv7(), randomUUIDv7()];
    add('postmortem', {
      id: postmortem,
      incident_id: id,
      title,
      state: random() < 0.7 ? 'ready' : 'draft',
      template_id: template,
      template: { json: {} },
      kind: 'full',
      completeness: 80,
      measured: { json: [] },
      ...stamps,
    });
    add('postmortem_text', { id: text, postmortem_id: postmortem, markdown: texts.text(100 + below(100)) });
    add('postmortem_version', {
      postmortem_id: postmortem,
      version: 1,
      sections: {
        json: [{ id: 'summary', title: 'Summary', textId: text, version: 1, writtenBy: 'person' }],
      },
      change: 'open',
      note: '',
      created_at: at,
    });
  }

  for (let action = 0; random() < 0.45 && action < 4; action++)
    add('action', {
      id: randomUUIDv7(),
      incident_id: id,
      title: texts.words(5 + below(6)),
      description: texts.text(8 + below(16)),
      kind: 'prevent',
      state: oneOf(ACTION_STATES),
      owner_id: maybe(oneOf(people)),
      priority_facts: { json: {} },
      priority: 'p2',
      ...stamps,
    });
}
