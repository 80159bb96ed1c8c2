import { ATTRIBUTE_NAMES, CONTAINER_KEYS, DURATION_UNITS, FIELDS, KEYS_OF_FIELD } from './roles.ts';

/** A key at its place in the nesting, with what it stands for. */
export interface Key {
  /** What its value is called among the attributes: the dotted name, or the name that all records use for it. */
  path: string;
  /** The dotted name in lower case. */
  name: string;
  /** Index in `FIELDS`; −1 for a plain attribute. */
  field: number;
  /** Smaller is surer. */
  rank: number;
  /** For durations, see `DURATION_UNITS`. */
  unit: number;
  /** Whether lines that hold it may be of a format of their own. */
  isTelling: boolean;
  children: Map<string, Key>;
}

/** What alerts, events of clouds and clusters, journals and traces have among their keys, and hardly a log line. */
const TELLING =
  /^(?:alert|incident|monitor|specversion$|involvedobject|apiversion$|__realtime|operationname$)/;
/** Keys are remembered until there are this many: programs that put ids into key names must not fill the memory. */
const REMEMBERED = 20_000;

const ROLES = new Map(
  FIELDS.flatMap((field, index) =>
    KEYS_OF_FIELD[field].map((name, rank) => [name.toLowerCase(), { field: index, rank }] as const),
  ),
);
const DURATION = FIELDS.indexOf('duration');
Object.keys(DURATION_UNITS).forEach((name, rank) => void ROLES.set(name, { field: DURATION, rank }));

let remembered = 0;

export const ROOT: Key = {
  path: '',
  name: '',
  field: -1,
  rank: 0,
  unit: 0,
  isTelling: false,
  children: new Map(),
};

/** The key `name` inside `parent`. */
export function childKey(parent: Key, name: string): Key {
  return parent.children.get(name) ?? makeKey(parent, name);
}

function makeKey(parent: Key, name: string): Key {
  const path = parent === ROOT ? name : `${parent.path}.${name}`;
  const lower = path.toLowerCase();
  const role = ROLES.get(lower);
  const key: Key = {
    path: attributeName(path, lower),
    name: lower,
    field: role?.field ?? -1,
    rank: role?.rank ?? 0,
    unit: DURATION_UNITS[lower] ?? 0,
    isTelling: TELLING.test(lower),
    children: new Map(),
  };
  if (remembered++ < REMEMBERED) parent.children.set(name, key);
  return key;
}

function attributeName(path: string, lower: string): string {
  if (Object.hasOwn(ATTRIBUTE_NAMES, lower)) return ATTRIBUTE_NAMES[lower]!;
  if (CONTAINER_KEYS.has(lower)) return 'container';
  return path === '__proto__' ? '_proto_' : path;
}
