import type { Archive } from './readArchive.ts';

/** What a query string says. */
export type Question = Record<string, string>;

export interface Kind {
  /** After `/api/v1`. */
  path: '/search' | '/incidents' | '/incidents/facets';
  draw(archive: Archive, nth: number): Question;
  /** Pages before the one that is asked for. */
  depth?: number;
  /** The least that PostgreSQL has to do for it, as one statement; `$1` is the text, where there is one. */
  floor: string;
}

const oneOf = <T>(from: readonly T[], nth: number): T => from[(nth * 31) % from.length]!;
const wordsOf = ({ titles }: Archive, nth: number): string[] => oneOf(titles, nth * 7_919 + 1).split(' ');
const longestOf = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length)[0]!;

/** Two letters in the middle in the wrong order. */
const mistype = (word: string): string => word.slice(0, 2) + word[3] + word[2] + word.slice(4);

const COMMON =
  'error service failed latency database timeout request payment checkout api customers deploy'.split(' ');
const SYLLABLES = 'vex qoz jyl wam zut kip'.split(' ');

const MATCHING = "select count(*) from search_text where words @@ plainto_tsquery('search_title', $1)";
const BEGINNING = "select count(*) from search_text where words @@ to_tsquery('search_title', $1 || ':*')";
const ALL = 'select count(*) from search_document';

const searches = (draw: (archive: Archive, nth: number) => string, floor = MATCHING): Kind => ({
  path: '/search',
  floor,
  draw: (archive, nth) => ({ text: draw(archive, nth) }),
});

const facets = (draw: Kind['draw']): Kind => ({ path: '/incidents/facets', draw, floor: ALL });

const NEWEST = 'order by declared_at desc, id desc limit 51';

/** A list of incidents; `where` says the same to PostgreSQL. */
const lists = (draw: Kind['draw'], where = 'true', order = NEWEST): Kind => ({
  path: '/incidents',
  draw,
  floor: `select id from incident where ${where} ${order}`,
});

/** What people ask of an archive, by name. */
export const KINDS: Record<string, Kind> = {
  'a word': searches((archive, nth) => oneOf(wordsOf(archive, nth), nth)),
  'a rare word': searches((archive, nth) => longestOf(wordsOf(archive, nth))),
  'a common word': searches((_, nth) => oneOf(COMMON, nth)),
  'a word of two thirds of all': searches(() => 'incident'),
  'two words': searches((archive, nth) => wordsOf(archive, nth).slice(0, 2).join(' ')),
  'two common words': searches((_, nth) => `${oneOf(COMMON, nth)} ${oneOf(COMMON, nth + 1)}`),
  'a whole title': searches((archive, nth) => wordsOf(archive, nth).join(' ')),
  'the beginning of a word': searches(
    (archive, nth) => longestOf(wordsOf(archive, nth)).slice(0, 4),
    BEGINNING,
  ),
  'a mistyped word': searches((archive, nth) => mistype(longestOf(wordsOf(archive, nth)))),
  'what nobody wrote': searches((_, nth) => oneOf(SYLLABLES, nth) + oneOf(SYLLABLES, nth + 2) + nth),
  'a word, with filters': {
    ...searches(() => ''),
    draw: (archive, nth) => ({
      text: oneOf(COMMON, nth),
      severity: 'sev1',
      serviceId: oneOf(archive.serviceIds.slice(0, 20), nth),
    }),
  },
  'a common word, sixth page': {
    ...searches((_, nth) => oneOf(COMMON, nth % 3)),
    depth: 5,
  },
  'everything with facets': { path: '/search', draw: () => ({}), floor: ALL },
  'incidents of a severity': {
    path: '/search',
    draw: (_, nth) => ({ kind: 'incident', severity: `sev${1 + (nth % 5)}` }),
    floor: ALL,
  },
  'my own with facets': { path: '/search', draw: () => ({ isMine: 'true' }), floor: ALL },
  'everything, tenth page': { path: '/search', draw: () => ({ limit: '100' }), depth: 9, floor: ALL },

  'facets of incidents': facets(() => ({})),
  'facets of a severity': facets((_, nth) => ({ severity: `sev${1 + (nth % 5)}`, isOpen: 'false' })),
  'facets of a word of the title': facets((archive, nth) => ({ title: longestOf(wordsOf(archive, nth)) })),
  'facets of mine': facets(() => ({ isMine: 'true' })),

  'list: newest': lists(() => ({})),
  'list: open and grave': lists(
    () => ({ isOpen: 'true', severity: 'sev1', sort: 'gravest' }),
    "state <> 'closed' and severity = 'sev1'",
  ),
  'list: a rare layer and cause': lists(
    () => ({ layer: 'L10', causeClass: 'cause-13' }),
    "layer = 'L10' and cause_class = 'cause-13'",
  ),
  'list: a service': lists(
    ({ serviceIds }, nth) => ({ serviceId: oneOf(serviceIds, nth) }),
    'id in (select incident_id from incident_service where service_id = (select max(id::text)::uuid from service))',
  ),
  'list: a service, its gravest': lists(
    ({ serviceIds }, nth) => ({ serviceId: oneOf(serviceIds, nth), sort: 'gravest', isOpen: 'false' }),
    'id in (select incident_id from incident_service where service_id = (select max(id::text)::uuid from service))',
    'order by gravity desc, declared_at desc, id desc limit 51',
  ),
  'list: a team': lists(
    ({ teamIds }, nth) => ({ teamId: oneOf(teamIds, nth) }),
    'id in (select incident_id from incident_team where team_id = (select max(id::text)::uuid from team))',
  ),
  'list: a word of the title': lists(
    (archive, nth) => ({ title: longestOf(wordsOf(archive, nth)) }),
    "title ilike '%checkout%'",
  ),
  'list: two letters of the title': lists(
    (_, nth) => ({ title: oneOf(['qx', 'zz', 'er', 'ai'], nth) }),
    "title ilike '%qx%'",
  ),
  'list: mine': lists(() => ({ isMine: 'true' })),
  'list: not mine, a year': lists(() => ({
    isMine: 'false',
    from: '2024-01-01T00:00:00Z',
    to: '2025-01-01T00:00:00Z',
  })),
  'list: newest, tenth page': { ...lists(() => ({})), depth: 9 },
};
