import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { at, type JsonObject, objectsOf } from '../json/value.ts';
import { type Change, changeRecord } from './change.ts';
import { fromGithub, isGithub } from './github.ts';
import { fromGitlab, isGitlab } from './gitlab.ts';
import { fromNetbox, isNetbox } from './inventory.ts';
import { fromArgo, fromHelm, isArgo, isHelm } from './rollouts.ts';

interface Source {
  is(entry: JsonObject): boolean;
  read(entry: JsonObject): Change[];
}

/** Who tells of changes. */
const SOURCES: readonly Source[] = [
  { is: isGithub, read: fromGithub },
  { is: isGitlab, read: fromGitlab },
  { is: isHelm, read: fromHelm },
  { is: isArgo, read: fromArgo },
  { is: isNetbox, read: fromNetbox },
];

const LISTS = ['workflow_runs', 'jobs', 'check_runs', 'payload.workflow_runs'];

/** Deploys, pushes, runs, releases and commits, as webhooks and APIs tell them: one, a list, or one a line. */
const CHANGES_JSON: JsonFormat = {
  name: 'changes',
  version: 1,
  arrays: LISTS,
  matches(document) {
    const entries = LISTS.flatMap(list => objectsOf(at(document, list)));
    return [opened(document), ...entries.slice(0, 5)].some(sourceOf) ? 0.96 : 0;
  },
  read(entry, { time }) {
    const payload = opened(entry);
    return sourceOf(payload)
      ?.read(payload)
      .map(change => changeRecord(change, time));
  },
};

export const CHANGES_JSON_READERS = jsonReaders(CHANGES_JSON);

function sourceOf(entry: JsonObject): Source | undefined {
  return SOURCES.find(source => source.is(entry));
}

/** The payload inside a delivery record: `{"event":"push","payload":{…}}`. */
function opened(entry: JsonObject): JsonObject {
  const inner = entry.payload ?? at(entry, 'request.payload') ?? entry.body;
  return typeof inner === 'object' && inner !== null && !sourceOf(entry) ? (inner as JsonObject) : entry;
}
