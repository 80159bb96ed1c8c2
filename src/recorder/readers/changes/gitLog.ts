import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { eachLine } from '../bytes/eachLine.ts';
import { firstWhen } from '../names/whenOf.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { repositoryOfPath } from './repositoryOfPath.ts';

const COMMIT = /^commit ([0-9a-f]{7,64})(?: \((.*)\))?(?: .*)?$/;
const HEADER =
  /^(Author|AuthorDate|Date|Commit|CommitDate|Merge|Reflog|Reflog message|gpg|Signed-off-by): *(.*)$/;

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
 * `git log`, in its usual formats (medium, full, fuller), with or without `--stat`.
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
    const first = lines.findIndex(line => COMMIT.test(line));
    return first >= 0 && first < 3 && /^(Author|Merge|Reflog): /.test(lines[first + 1] ?? '') ? 1 : 0;
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
  for await (const { text, line } of eachLine(chunks)) {
    const start = COMMIT.exec(text);
    if (start) {
      finish();
      commit = { line, sha: start[1] as string, refs: start[2], headers: {}, message: [], files: [] };
    } else if (commit) add(commit, text);
    else if (text.trim() !== '') sink.unread({ line, text, why: 'before the first commit' });
  }
  finish();
}

function add(commit: Commit, text: string): void {
  const header = HEADER.exec(text);
  if (header && commit.message.length === 0) commit.headers[header[1] as string] = header[2] as string;
  else if (text.startsWith('    ')) commit.message.push(text.slice(4));
  else if (text.trim() !== '') commit.files.push(text.trim());
  else if (commit.message.length > 0) commit.message.push('');
}

function recordOf(commit: Commit, context: ReadContext): ReadRecord {
  const { headers } = commit;
  const message = commit.message.join('\n').trim();
  const attributes: Attributes = { commit: commit.sha };
  const author = headers.Author?.replace(/\s*<[^>]*>$/, '');
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
