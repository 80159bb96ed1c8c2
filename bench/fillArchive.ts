import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';

/** Words of incidents, in the order of how often they are made to come; made-up ones follow. */
const COMMON =
  'error service failed latency database timeout request payment checkout api customers deploy slow pod node login queue cluster retry outage connection memory disk traffic rollback alert cache certificate expired network restart gateway search email import region replica failover leader scheduler token config release upgrade migration lock deadlock throttling quota cost spike dns proxy ingress kafka redis postgres kubernetes lambda storage bucket backup restore webhook invoice order cart session mobile browser report export partner bank limit pool thread heap crash loop drift skew clock'.split(
    ' ',
  );
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bri cla dro fle gno'.split(
  ' ',
);
const VOCABULARY = 20_000;
const FLATTENING = 30;
const BATCH = 2_000;

export interface Archive {
  incidents: number;
  postmortems: number;
  actions: number;
  /** A title's words, to search for. */
  titles: string[];
  teamIds: string[];
  serviceIds: string[];
}

/** The same numbers each time: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Fills a migrated database with an archive as it might be after years: words, services and owners as unequally frequent
 * as in life (Zipf), one incident in fifty restricted, two in five with a postmortem, four actions for five. Rows are
 * written with the triggers at rest, then the index is made anew.
 */
export async function fillArchive(pool: pg.Pool, incidents: number): Promise<Archive> {
  const random = createRandom(46);
  const below = (end: number): number => Math.floor(random() * end);
  /** 0 to end - 1, each half as often as one of half its rank. */
  const zipf = (end: number): number => Math.floor((end + 1) ** random()) - 1;
  const vocabulary = [
    ...COMMON,
    ...Array.from({ length: VOCABULARY - COMMON.length }, () =>
      Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
    ),
  ];
  /** Zipf and Mandelbrot: the most common word is one of two hundred, as where `the` and `of` do not count. */
  const word = (): string =>
    vocabulary[
      Math.floor(FLATTENING * ((vocabulary.length + FLATTENING) / FLATTENING) ** random() - FLATTENING)
    ]!;
  const write = (words: number): string => Array.from({ length: words }, word).join(' ');
  const some = <T>(count: number, from: readonly T[]): T[] => [
    ...new Set(Array.from({ length: count }, () => from[zipf(from.length)]!)),
  ];
  const maybe = <T>(value: T): T | null => (random() < 0.8 ? value : null);
  const uuids = (count: number): string[] => Array.from({ length: count }, () => randomUUIDv7());

  const people = uuids(300);
  const teams = uuids(40);
  const services = uuids(200);
  const template = randomUUIDv7();
  const titles: string[] = [];
  const now = Date.UTC(2026, 2, 2);
  const span = 5 * 365 * 86_400_000;
  const client = await pool.connect();
  const insert = (table: string, columns: string, types: string, rows: unknown[][]) =>
    client.query(`insert into ${table} (${columns}) select * from json_to_recordset($1) as row (${types})`, [
      JSON.stringify(
        rows.map(row => Object.fromEntries(columns.split(', ').map((name, i) => [name, row[i]]))),
      ),
    ]);
  const into = (table: string, columns: Record<string, string>) => (rows: unknown[][]) =>
    insert(
      table,
      Object.keys(columns).join(', '),
      Object.entries(columns)
        .map(([name, type]) => `${name} ${type}`)
        .join(', '),
      rows,
    );
  const stamps = { created_at: 'timestamptz', updated_at: 'timestamptz' };
  const tables = {
    person: into('person', { id: 'uuid', name: 'text', email: 'text' }),
    team: into('team', { id: 'uuid', name: 'text', ...stamps }),
    service: into('service', {
      id: 'uuid',
      name: 'text',
      description: 'text',
      tier: 'smallint',
      links: 'jsonb',
      ...stamps,
    }),
    template: into('template', {
      id: 'uuid',
      name: 'text',
      description: 'text',
      sections: 'jsonb',
      ...stamps,
    }),
    incident: into('incident', {
      id: 'uuid',
      title: 'text',
      summary: 'text',
      severity: 'text',
      state: 'text',
      layer: 'text',
      cause_class: 'text',
      use_case: 'text',
      is_restricted: 'boolean',
      restriction_reason: 'text',
      impact: 'jsonb',
      links: 'jsonb',
      declared_at: 'timestamptz',
      answers: 'jsonb',
      declared_by: 'uuid',
      ...stamps,
    }),
    incidentService: into('incident_service', { incident_id: 'uuid', service_id: 'uuid' }),
    incidentTeam: into('incident_team', { incident_id: 'uuid', team_id: 'uuid', part: 'text' }),
    incidentRole: into('incident_role', {
      id: 'uuid',
      incident_id: 'uuid',
      role: 'text',
      person_id: 'uuid',
      since: 'timestamptz',
      note: 'text',
    }),
    note: into('incident_note', { id: 'uuid', incident_id: 'uuid', body: 'text', ...stamps }),
    postmortem: into('postmortem', {
      id: 'uuid',
      incident_id: 'uuid',
      title: 'text',
      state: 'text',
      template_id: 'uuid',
      template: 'jsonb',
      kind: 'text',
      completeness: 'smallint',
      measured: 'jsonb',
      ...stamps,
    }),
    text: into('postmortem_text', { id: 'uuid', postmortem_id: 'uuid', markdown: 'text' }),
    version: into('postmortem_version', {
      postmortem_id: 'uuid',
      version: 'integer',
      sections: 'jsonb',
      change: 'text',
      note: 'text',
      created_at: 'timestamptz',
    }),
    action: into('action', {
      id: 'uuid',
      incident_id: 'uuid',
      title: 'text',
      description: 'text',
      kind: 'text',
      state: 'text',
      owner_id: 'uuid',
      priority_facts: 'jsonb',
      priority: 'text',
      ...stamps,
    }),
  };
  const counts = { postmortems: 0, actions: 0 };
  const start = new Date(now - span).toISOString();
  try {
    for (const table of SEARCHED) await client.query(`alter table ${table} disable trigger user`);
    await tables.person(people.map((id, i) => [id, `${SYLLABLES[i % 26]}${i} Person`, `p${i}@example.org`]));
    await tables.team(teams.map((id, i) => [id, `team ${SYLLABLES[i % 26]}${i}`, start, start]));
    await tables.service(
      services.map((id, i) => [id, `svc-${SYLLABLES[i % 26]}-${i}`, '', 1 + (i % 4), [], start, start]),
    );
    await tables.template([[template, 'Bench', '', [], start, start]]);
    for (let done = 0; done < incidents; done += BATCH) {
      const rows = {
        incident: [],
        incidentService: [],
        incidentTeam: [],
        incidentRole: [],
        note: [],
        postmortem: [],
        text: [],
        version: [],
        action: [],
      } as Record<string, unknown[][]>;
      for (let each = done; each < Math.min(incidents, done + BATCH); each++) {
        const id = randomUUIDv7();
        const at = new Date(now - span + (each / incidents) * span).toISOString();
        const title = write(4 + below(6));
        titles.push(title);
        const isRestricted = random() < 0.02;
        const state =
          each < incidents * 0.99
            ? 'closed'
            : ['declared', 'acknowledged', 'mitigated', 'restored'][below(4)];
        rows.incident!.push([
          id,
          title,
          write(20 + below(60)),
          `sev${1 + Math.min(4, below(7))}`,
          state,
          maybe(`L${1 + zipf(10)}`),
          maybe(`cause-${zipf(14)}`),
          maybe(`use-${zipf(10)}`),
          isRestricted,
          isRestricted ? 'bench' : null,
          [],
          [],
          at,
          {},
          people[zipf(people.length)],
          at,
          at,
        ]);
        for (const service of some(1 + below(3), services)) rows.incidentService!.push([id, service]);
        for (const [place, team] of some(1 + below(2), teams).entries())
          rows.incidentTeam!.push([id, team, place === 0 ? 'owner' : 'contributor']);
        rows.incidentRole!.push([randomUUIDv7(), id, 'commander', people[zipf(people.length)], at, '']);
        if (random() < 0.5) rows.note!.push([randomUUIDv7(), id, write(10 + below(40)), at, at]);
        if (random() < 0.4) {
          const postmortem = randomUUIDv7();
          const text = randomUUIDv7();
          rows.incidentRole!.push([
            randomUUIDv7(),
            id,
            'postmortemOwner',
            people[zipf(people.length)],
            at,
            '',
          ]);
          rows.postmortem!.push([
            postmortem,
            id,
            title,
            random() < 0.7 ? 'ready' : 'draft',
            template,
            {},
            'full',
            80,
            [],
            at,
            at,
          ]);
          rows.text!.push([text, postmortem, write(150 + below(150))]);
          rows.version!.push([
            postmortem,
            1,
            [{ id: 'summary', title: 'Summary', textId: text, version: 1, writtenBy: 'person' }],
            'open',
            '',
            at,
          ]);
        }
        for (let action = 0; random() < 0.45 && action < 4; action++)
          rows.action!.push([
            randomUUIDv7(),
            id,
            write(5 + below(6)),
            write(10 + below(30)),
            'prevent',
            ['open', 'in-progress', 'done', 'verified', 'cancelled'][zipf(5)],
            maybe(people[zipf(people.length)]),
            {},
            'p2',
            at,
            at,
          ]);
      }
      for (const [table, batch] of Object.entries(rows)) await tables[table as keyof typeof tables](batch);
      counts.postmortems += rows.postmortem!.length;
      counts.actions += rows.action!.length;
    }
    for (const table of SEARCHED) await client.query(`alter table ${table} enable trigger user`);
    await client.query('set statement_timeout = 0');
    await client.query('select search_rebuild()');
    await client.query('analyze');
  } finally {
    client.release(true);
  }
  return { incidents, ...counts, titles, teamIds: teams, serviceIds: services };
}

const SEARCHED = [
  'incident',
  'incident_service',
  'incident_team',
  'incident_role',
  'incident_note',
  'postmortem',
  'postmortem_version',
  'finding',
  'action',
  'service',
  'team',
  'person',
];
