import type { ReadRecord } from '../../../core/record.ts';
import { whenOf } from '../names/whenOf.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { findInstant } from '../time/findInstant.ts';
import { repositoryOfPath } from './repositoryOfPath.ts';

const SHA = /^[0-9a-f]{7,40}$/;
const BEGINS = /^(?:\* )?([0-9a-f]{7,40})\s+(?=\S)/;
/** Where branches and tags stand: `(HEAD -> main, tag: v1.2) `. */
const REFS = /^\((?:HEAD|tag:|origin\/)[^)]*\) /;
const ONELINE = /^(?:\* )?(?:[0-9a-f]{7,12}|[0-9a-f]{40}) \S/;
const DATE_REACH = 100;
const PROBE = { path: '', time: { zone: 'UTC', anchor: 1_735_689_600_000_000 } };

/**
 * One commit a line with its date, as `git log --format` writes it: `%h %ad %s`, or fields in any order between bars,
 * tabs or semicolons.
 *
 * `5779607|2023-01-30T12:03:11+01:00|Mona Lisa|Raise the connection pool`
 */
export const COMMIT_LINES: LineReader = {
  shape: 'lines',
  name: 'git-log-lines',
  version: 1,
  recognise({ lines }) {
    const commits = lines.flatMap(line => read(line, PROBE)?.attributes?.commit ?? []);
    // One hash in thirty has no letter; where several have none they are process or thread ids.
    const isNumbers = commits.length >= 4 && !commits.some(commit => /[a-f]/.test(String(commit)));
    return isNumbers ? 0 : commits.length / lines.length || 0;
  },
  read,
  continues: () => false,
};

const SEPARATORS = ['|', '\t', ';'];
/** Commas separate everything: here a commit stands first, as long as git writes it. */
const COMMAS = /^(?:[0-9a-f]{7,12}|[0-9a-f]{40}),/;

function read(line: string, context: ReadContext): ReadRecord | undefined {
  for (const separator of COMMAS.test(line) ? [...SEPARATORS, ','] : SEPARATORS) {
    const fields = line.split(separator).map(field => field.trim());
    const record = fields.length >= 3 ? fromFields(fields, context) : undefined;
    if (record !== undefined) return record;
  }
  return fromWords(line, context);
}

function fromFields(fields: string[], context: ReadContext): ReadRecord | undefined {
  const sha = fields.findIndex(field => SHA.test(field));
  const time = fields.findIndex(
    (field, index) => index !== sha && whenOf(field, context.time).at !== undefined,
  );
  if (sha < 0 || time < 0) return undefined;
  const others = fields.filter((_, index) => index !== sha && index !== time);
  const subject = others.at(-1) ?? '';
  return recordOf(
    fields[sha] as string,
    fields[time] as string,
    subject,
    others.length > 1 ? others[0] : undefined,
    context,
  );
}

/** `%h %ad %s`, `%h - %an, %ad : %s`, the reflog, or `--oneline`, which has no date. */
function fromWords(line: string, context: ReadContext): ReadRecord | undefined {
  const start = BEGINS.exec(line);
  if (!start || !/\d/.test(start[1] as string)) return undefined;
  const rest = line.slice(start[0].length).replace(REFS, '');
  const found = findInstant(rest.slice(0, DATE_REACH), context.time);
  const sha = start[1] as string;
  if (!found) return ONELINE.test(line) ? recordOf(sha, '', rest, undefined, context) : undefined;
  const author = /^-? ?(\p{L}[^@{}]*?),? \(?$/u.exec(rest.slice(0, found.start))?.[1];
  const subject = rest.slice(found.end).replace(/^[)\]}:,\s-]+/, '');
  return recordOf(sha, rest.slice(found.start, found.end), subject, author, context);
}

function recordOf(
  commit: string,
  time: string,
  subject: string,
  author: string | undefined,
  context: ReadContext,
): ReadRecord {
  return {
    ...whenOf(time, context.time),
    kind: 'change',
    service: repositoryOfPath(context.path),
    name: subject,
    body: subject,
    attributes: author ? { commit, author } : { commit },
  };
}
