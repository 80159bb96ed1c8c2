import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { eachLine } from '../bytes/eachLine.ts';
import { firstWhen } from '../names/whenOf.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { repositoryOfPath } from './repositoryOfPath.ts';

const COMMIT = /^commit ([0-9a-f]{7,64})(?: \((.*)\))?(?: .*)?$/;
/** How `--format=email` and `format-patch` begin a commit; the date is always this one. */
const MAIL = /^From ([0-9a-f]{40,64}) Mon Sep 17 00:00:00 2001$/;
/** The lines that `--graph` draws before the text. */
const GRAPH = /^(?:[*|\\/_] ?)+ ?(?=\S| {4})/;
/** `--format=raw`: who did it, and the epoch with the zone in which they did. */
const RAW = /^(author|committer) (.*) (\d+) [+-]\d{4}$/;
const RAW_NAMES: Record<string, [who: string, when: string]> = {
  author: ['Author', 'AuthorDate'],
  committer: ['Commit', 'CommitDate'],
};
const HEADER =
  /^(Author|AuthorDate|Date|Commit|CommitDate|Merge|Reflog|Reflog message|gpg|Signed-off-by|From|Subject): *(.*)$/;

interface Commit {
  line: number;
  sha: string;
  refs: string | undefined;
  headers: Record<string, string>;
  message: string[];
  /** `--stat`, `--name-status` and diffs. */
  files: string[];
}

/**
 * `git log`, in its usual formats (medium, full, fuller, raw, email), with or without `--stat`, `--graph` and diffs.
 *
 *     commit 5779607b49aab1200488439f02372c57b4f75444 (HEAD -> main, tag: v1.2)
 *     Author: Mona Lisa <octocat@example.com>
 *     Date:   Mon Jan 30 12:03:11 2023 +0100
 *
 *         Raise the connection pool
 */
export const GIT_LOG: DocumentReader = {
  shape: 'document',
  name: 'git-log',
  version: 1,
  recognise({ lines }) {
    const first = lines.findIndex(line => startIn(line) !== undefined);
    const next = (lines[first + 1] ?? '').replace(GRAPH, '');
    return first >= 0 && first < 3 && /^(?:(?:Author|Merge|Reflog|From): |tree [0-9a-f])/.test(next) ? 1 : 0;
  },
  read,
};

async function read(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  let commit: Commit | undefined;
  const finish = () => {
    if (commit) sink.record(recordOf(commit, context));
  };
  let isDrawn = false;
  for await (const { text, line } of eachLine(chunks)) {
    const start = startIn(text);
    if (start) {
      finish();
      isDrawn ||= start.isDrawn;
      commit = { line, sha: start.sha, refs: start.refs, headers: {}, message: [], files: [] };
    } else if (commit) add(commit, isDrawn ? text.replace(GRAPH, '') : text);
    else if (text.trim() !== '') sink.unread({ line, text, why: 'before the first commit' });
  }
  finish();
}

/** The commit that a line begins. */
function startIn(line: string): { sha: string; refs: string | undefined; isDrawn: boolean } | undefined {
  const drawn = /^[*|\\/_ ]*\* /.exec(line)?.[0] ?? '';
  const found = COMMIT.exec(line.slice(drawn.length)) ?? MAIL.exec(line);
  return found ? { sha: found[1] as string, refs: found[2], isDrawn: drawn !== '' } : undefined;
}

function add(commit: Commit, text: string): void {
  const header = HEADER.exec(text);
  const raw = commit.message.length === 0 ? RAW.exec(text) : null;
  if (raw) {
    const [who, when] = RAW_NAMES[raw[1] as string] as [string, string];
    commit.headers[who] = raw[2] as string;
    commit.headers[when] = raw[3] as string;
  } else if (header && commit.message.length === 0) commit.headers[header[1] as string] = header[2] as string;
  else if (text.startsWith('    ')) commit.message.push(text.slice(4));
  else if (text.trim() !== '') commit.files.push(text.trim());
  else if (commit.message.length > 0) commit.message.push('');
}

function recordOf(commit: Commit, context: ReadContext): ReadRecord {
  const { headers } = commit;
  const message =
    commit.message.join('\n').trim() || (headers.Subject ?? '').replace(/^\[PATCH[^\]]*\] /, '');
  const attributes: Attributes = { commit: commit.sha };
  const author = (headers.Author ?? headers.From)?.replace(/\s*<[^>]*>$/, '');
  if (author) attributes.author = author;
  if (commit.refs) attributes.refs = commit.refs;
  if (headers.Merge) attributes.merge = headers.Merge;
  const changed = commit.files
    .map(line => /^(.+?)\s+\|\s+(?:\d+|Bin)|^[AMDRCT]\d*\s+(.+)$/.exec(line))
    .filter(Boolean);
  if (changed.length > 0)
    attributes.files = changed.slice(0, 50).map(match => match?.[1] ?? match?.[2] ?? '');
  return {
    // When the commit came into being where it is; the author's date may be long before.
    ...firstWhen(context.time, headers.CommitDate, headers.Date, headers.AuthorDate),
    kind: 'change',
    service: repositoryOfPath(context.path),
    name: message.split('\n', 1)[0] ?? '',
    body: message,
    attributes,
    line: commit.line,
  };
}
