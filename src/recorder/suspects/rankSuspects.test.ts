import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Mesh,
  type MeshCause,
  type MeshRecord,
  serviceMesh,
} from '../../../test/builders/serviceMesh.ts';
import { openLake } from '../ingest/openLake.ts';
import { NO_CORRECTION } from '../lake/lake.ts';
import { withScratch } from '../scratch.ts';
import { rankSuspects } from './rankSuspects.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
});

/** Lets the view `records` show these records. */
async function show(records: MeshRecord[]): Promise<void> {
  const text = JSON.stringify(records).replaceAll("'", "''");
  const shape = `[{"at":"BIGINT","kind":"VARCHAR","service":"VARCHAR","level":"VARCHAR","trace":"VARCHAR","span":"VARCHAR",
    "parent":"VARCHAR","duration":"DOUBLE","name":"VARCHAR","value":"DOUBLE","body":"VARCHAR"}]`;
  await connection.run(`create or replace table seen as
    select unnest(from_json('${text}', '${shape}'), recursive := true)`);
  await connection.run(`create or replace view records as
    select make_timestamptz("at") as "at", '' as at_raw, 'us' as "precision", 'mesh' as source, 'mesh' as path,
      0 as line, '' as host, service, level, trace as trace_id, span as span_id, parent as parent_span_id,
      duration::bigint as duration_us, kind, name, "value", body, '{}' as attributes from seen`);
}

async function rank({ records, from, to }: Mesh) {
  await show(records);
  return rankSuspects(connection, { from, to });
}

const CAUSES: MeshCause[] = ['network-delay', 'cpu', 'exception', 'wrong-result', 'memory'];

describe.each(CAUSES)('a mesh of services with %s in one of them', cause => {
  test.each([1, 2, 3])('seed %i: it is first, with the right kind, a reason and evidence', async seed => {
    const mesh = serviceMesh(seed, cause);
    const { suspects } = await rank(mesh);
    const [first] = suspects;
    expect(first).toMatchObject({ rank: 1, service: mesh.victim, kind: cause });
    expect(first?.reason).toMatch(/\d/);
    const evidence = first?.signals.flatMap(signal => signal.evidence) ?? [];
    expect(evidence.length).toBeGreaterThan(0);
    for (const { query, records } of evidence) {
      expect(records.length).toBeLessThanOrEqual(3);
      await connection.run(query ?? 'no query');
    }
  });
});

test('without a window the trouble is found by itself', async () => {
  const mesh = serviceMesh(5, 'network-delay');
  await show(mesh.records);
  const { suspects, window } = await rankSuspects(connection);
  expect(suspects[0]).toMatchObject({ service: mesh.victim, kind: 'network-delay' });
  expect(window.basis).toBe('proposed');
  expect(Math.abs(window.from - mesh.from)).toBeLessThanOrEqual(60e6);
});

test('renaming the services renames the ranking and nothing else', async () => {
  for (const cause of CAUSES) {
    const plain = await rank(serviceMesh(9, cause));
    const renamed = await rank(serviceMesh(9, cause, role => `z${[...role].reverse().join('')}`));
    const names = (list: typeof plain.suspects) =>
      list.map(({ service, kind, score }) => ({ service, kind, score }));
    const back = renamed.suspects.map(suspect => ({
      ...suspect,
      service: `svc-${[...suspect.service.slice(1)].reverse().join('')}`,
    }));
    expect(names(back)).toEqual(names(plain.suspects));
  }
});

test('a quiet service more does not change who is first', async () => {
  const mesh = serviceMesh(4, 'cpu');
  const alone = await rank(mesh);
  const calm = serviceMesh(4, 'none', role => `calm-${role}`);
  const beside = await rank({ ...mesh, records: [...mesh.records, ...calm.records] });
  expect(beside.suspects[0]?.service).toBe(alone.suspects[0]?.service);
});

test('a calm mesh gives no strong suspect', async () => {
  for (const seed of [1, 2, 3]) {
    const { suspects } = await rank(serviceMesh(seed, 'none'));
    expect(suspects[0]?.score ?? 0).toBeLessThan(0.3);
  }
});

test('where nothing comes before the window it is said, and edges are compared with each other', async () => {
  const mesh = serviceMesh(2, 'network-delay');
  const { suspects, notes } = await rank({
    ...mesh,
    records: mesh.records.filter(({ at }) => at >= mesh.from),
  });
  expect(notes.join(' ')).toContain('no baseline');
  expect(suspects[0]?.service).toBe(mesh.victim);
  expect(suspects[0]?.reason).toContain('no quiet time');
});

test.each(['metric', 'log', 'span'] as const)('a slow network is found without %ss', async missing => {
  const mesh = serviceMesh(6, 'network-delay');
  const { suspects } = await rank({ ...mesh, records: mesh.records.filter(({ kind }) => kind !== missing) });
  expect(suspects[0]?.service).toBe(mesh.victim);
});

test('no records at all give no suspects and a note', async () => {
  await show([]);
  await connection.run('delete from seen');
  const { suspects, notes } = await rankSuspects(connection);
  expect(suspects).toEqual([]);
  expect(notes[0]).toContain('no logs, traces or metrics');
});

test('the slow service of a real incident is first', async () => {
  const evidence = fileURLToPath(new URL('../../../examples/train-ticket/evidence', import.meta.url));
  await withScratch(async scratch => {
    const { lake } = await openLake([evidence], {
      scratch,
      tokenKey: randomBytes(32),
      keepReplacements: false,
      zone: 'UTC',
    });
    try {
      await lake.writeRecords(join(scratch, 'records.parquet'), 'parquet', NO_CORRECTION);
      const { suspects } = await rankSuspects(lake.connection, {
        from: Date.UTC(2023, 0, 30, 12, 7, 12) * 1000,
      });
      expect(suspects[0]).toMatchObject({ service: 'ts-basic-service', kind: 'network-delay' });
    } finally {
      lake.close();
    }
  });
});
