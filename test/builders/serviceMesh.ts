import { type Kit, kitOf, MINUTE, SECOND } from './incidents/incident.ts';

export type MeshCause = 'network-delay' | 'cpu' | 'exception' | 'wrong-result' | 'memory' | 'none';

/** A row of `records`, without what no test of the ranking looks at. Times and durations in microseconds. */
export interface MeshRecord {
  at: number;
  kind: 'span' | 'log' | 'metric';
  service: string;
  level: string;
  trace: string;
  span: string;
  parent: string;
  duration: number | null;
  name: string;
  value: number | null;
  body: string;
}

export interface Mesh {
  records: MeshRecord[];
  /** The service in which the cause lies, and when it began; trouble lasts until the end. */
  victim: string;
  from: number;
  to: number;
}

/** Who calls whom: a front, two services behind it that share one, and one leaf each. */
const SHAPE = [
  ['edge', ['cart', 'search']],
  ['cart', ['stock', 'price']],
  ['search', ['stock', 'rank']],
  ['stock', []],
  ['price', []],
  ['rank', []],
] as const;
type Role = (typeof SHAPE)[number][0];
const CALLEES = new Map<Role, readonly Role[]>(SHAPE);
/** Services in which a cause may lie: all but the front. */
const VICTIMS = SHAPE.map(([role]) => role).filter(role => role !== 'edge');

interface Course extends Kit {
  nameOf(role: Role): string;
  victim: Role;
  cause: MeshCause;
  from: number;
  records: MeshRecord[];
}

/** Twelve minutes of requests through six services, an hour of metrics, and one cause in the last two minutes. */
export function serviceMesh(
  seed: number,
  cause: MeshCause,
  nameOf: (role: string) => string = role => `svc-${role}`,
): Mesh {
  const kit = kitOf(seed);
  const end = Date.UTC(2026, 2, 3, 12) * 1000;
  const from = end - 2 * MINUTE * 1000;
  const course: Course = { ...kit, nameOf, victim: kit.pick(VICTIMS), cause, from, records: [] };
  for (let at = end - 12 * MINUTE * 1000; at < end; at += kit.between(1, 4) * SECOND * 1000) {
    serve(course, 'edge', { at, trace: kit.hex(32), parent: '' });
  }
  for (let at = end - 60 * MINUTE * 1000; at < end; at += MINUTE * 1000)
    for (const [role] of SHAPE) sample(course, role, at);
  return { records: course.records, victim: nameOf(course.victim), from, to: end };
}

/** One service's part of a request. Returns when it ended and whether it failed. */
function serve(
  course: Course,
  role: Role,
  call: { at: number; trace: string; parent: string },
): { end: number; failed: boolean } {
  const { at, trace, parent } = call;
  const isHit = role === course.victim && at >= course.from;
  const span = course.hex(16);
  const work = (isHit && course.cause === 'cpu' ? 9 : 1) * course.between(2000, 4000);
  let now = at + work;
  let failed = isHit && course.cause === 'exception';
  say(course, role, { at, trace, span, body: `${role} request ${course.hex(8)} begun` });
  const isCut = failed || (isHit && course.cause === 'wrong-result');
  for (const callee of isCut ? [] : (CALLEES.get(role) ?? [])) {
    const client = course.hex(16);
    const lost = course.between(300, 900) + delayOf(course, callee, now);
    const reply = serve(course, callee, { at: now + lost / 2, trace, parent: client });
    write(course, role, {
      at: now,
      trace,
      span: client,
      parent: span,
      duration: reply.end + lost / 2 - now,
      name: `call ${callee}`,
    });
    now = reply.end + lost / 2;
    failed ||= reply.failed;
    if (failed) break;
  }
  if (failed)
    say(course, role, {
      at: now,
      trace,
      span,
      level: 'error',
      body: `${role} failed: IllegalStateException`,
    });
  else if (!isCut)
    say(course, role, { at: now, trace, span, body: `${role} request done in ${now - at} us` });
  write(course, role, { at, trace, span, parent, duration: now - at, name: `serve ${role}` });
  return { end: now, failed };
}

function delayOf({ cause, victim, from }: Course, callee: Role, at: number): number {
  return cause === 'network-delay' && callee === victim && at >= from ? 300_000 : 0;
}

const BLANK = { level: '', trace: '', span: '', parent: '', duration: null, name: '', value: null, body: '' };

function say(
  course: Course,
  role: Role,
  line: Pick<MeshRecord, 'at' | 'trace' | 'span' | 'body'> & { level?: string },
): void {
  course.records.push({ ...BLANK, level: 'info', ...line, kind: 'log', service: course.nameOf(role) });
}

function write(
  course: Course,
  role: Role,
  span: Pick<MeshRecord, 'at' | 'trace' | 'span' | 'parent' | 'duration' | 'name'>,
): void {
  course.records.push({ ...BLANK, ...span, kind: 'span', service: course.nameOf(role) });
}

function sample(course: Course, role: Role, at: number): void {
  const isHit = role === course.victim && at >= course.from;
  const values = {
    container_cpu_usage_percent:
      isHit && course.cause === 'cpu' ? course.between(90, 99) : course.between(5, 12),
    memory_usage_percent:
      isHit && course.cause === 'memory' ? course.between(93, 99) : course.between(40, 44),
    http_requests: course.between(20, 40),
  };
  for (const [name, value] of Object.entries(values))
    course.records.push({ ...BLANK, at, kind: 'metric', service: course.nameOf(role), name, value });
}
