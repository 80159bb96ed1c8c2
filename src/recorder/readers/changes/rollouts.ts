import { firstText, type JsonObject, textOf } from '../json/value.ts';
import { type Change, levelOfOutcome } from './change.ts';

/** Whether an entry is a Helm revision: `{"revision":3,"updated":"…","status":"deployed","chart":"cart-1.2.0"}`. */
export function isHelm(entry: JsonObject): boolean {
  return 'revision' in entry && 'updated' in entry && 'chart' in entry;
}

/** Reads a revision of a release. */
export function fromHelm(entry: JsonObject): Change[] {
  const chart = textOf(entry.chart) ?? '';
  const status = textOf(entry.status);
  return [
    {
      kind: 'change',
      name: `${chart} revision ${textOf(entry.revision) ?? '?'}: ${status ?? ''}`,
      body: textOf(entry.description),
      times: [entry.updated],
      service: textOf(entry.name) ?? chart.replace(/-v?\d[\w.+-]*$/, ''),
      level: levelOfOutcome(status),
      details: {
        deployment: `${chart}#${textOf(entry.revision) ?? ''}`,
        version: entry.app_version,
        namespace: entry.namespace,
        state: status,
      },
    },
  ];
}

/** Whether an entry is of an Argo CD application's history: `{"revision":"<sha>","deployedAt":"…","id":4,"source":{…}}`. */
export function isArgo(entry: JsonObject): boolean {
  return 'deployedAt' in entry && 'revision' in entry;
}

/** Reads one deployment of an application. */
export function fromArgo(entry: JsonObject): Change[] {
  const revision = textOf(entry.revision) ?? '';
  const repository = firstText(entry, 'source.repoURL');
  return [
    {
      kind: 'change',
      name: `deploy ${revision.slice(0, 12)}`,
      body: firstText(entry, 'source.path', 'source.chart'),
      times: [entry.deployedAt],
      service: (firstText(entry, 'source.chart', 'source.path') ?? repository)
        ?.split('/')
        .at(-1)
        ?.replace(/\.git$/, ''),
      details: {
        deployment: textOf(entry.id) ?? revision,
        commit: revision,
        repository,
        started_at: entry.deployStartedAt,
        by: firstText(entry, 'initiatedBy.username'),
      },
    },
  ];
}
