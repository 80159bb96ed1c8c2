import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampTZValue } from '@duckdb/node-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { generator, type Skew, shownAt } from '../../core/clocks/simulate.testing.ts';
import { applyClocks } from './applyClocks.ts';
import { estimateClocks } from './estimateClocks.ts';

interface Stamped {
  at: number;
  kind: 'span' | 'log' | 'alert';
  service: string;
  host?: string;
  pod?: string;
  trace?: string;
  span?: string;
  parent?: string;
  ended?: number;
  /** Seconds since the start, in truth. */
  truly: number;
}

let connection: DuckDBConnection;

beforeEach(async () => {
  connection = await (await DuckDBInstance.create()).connect();
  await connection.run("set timezone = 'UTC'");
});

async function store(records: Stamped[]): Promise<void> {
  await connection.run(`create table records_read ("at" timestamptz, kind varchar, source varchar, host varchar,
    service varchar, trace_id varchar, span_id varchar, parent_span_id varchar, duration_us bigint, line integer,
    attributes varchar, truly double)`);
  const appender = await connection.createAppender('records_read');
  records.forEach(
    ({ at, kind, service, host = '', pod, trace = '', span = '', parent = '', ended, truly }, line) => {
      appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(at)));
      for (const text of [kind, 'folder/all', host, service, trace, span, parent])
        appender.appendVarchar(text);
      if (ended === undefined) appender.appendNull();
      else appender.appendBigInt(BigInt(ended - at));
      appender.appendInteger(line);
      appender.appendVarchar(pod === undefined ? '' : JSON.stringify({ pod }));
      appender.appendDouble(truly);
      appender.endRow();
    },
  );
  appender.closeSync();
}

/** Corrections by record, in microseconds, in the order stored. */
async function corrections(): Promise<{ correction: number; uncertainty: number | null }[]> {
  const { join, correctionUs, uncertaintyUs } = await applyClocks(
    connection,
    await estimateClocks(connection),
  );
  const reader = await connection.runAndReadAll(`
    select (${correctionUs})::double as correction, (${uncertaintyUs})::double as uncertainty
    from records_read r ${join} order by r.line`);
  return reader.getRowObjectsJS() as never;
}

const steady: Skew = { offset: 0, drift: 0 };
const skewed: Skew = { offset: 2_345_678, drift: 60 };

/** A shop that calls a bank 200 times in ten minutes; the bank writes a line during each call. */
function shopAndBank({ bank, lines }: { bank: Skew; lines: Skew }): Stamped[] {
  const random = generator(11);
  return Array.from({ length: 200 }, (_, index) => {
    const began = random() * 600;
    const received = began + 0.0004 + random() * 0.0002;
    const replied = received + 0.001 + random() * 0.02;
    const answered = replied + 0.0004 + random() * 0.0002;
    const written = received + (replied - received) * random();
    const trace = `trace-${index}`;
    return [
      {
        at: shownAt(steady, began),
        ended: shownAt(steady, answered),
        kind: 'span',
        service: 'shop',
        pod: 'shop-1',
        trace,
        span: `${index}a`,
        truly: began,
      },
      {
        at: shownAt(bank, received),
        ended: shownAt(bank, replied),
        kind: 'span',
        service: 'bank',
        pod: 'bank-1',
        trace,
        span: `${index}b`,
        parent: `${index}a`,
        truly: received,
      },
      {
        at: shownAt(lines, written),
        kind: 'log',
        service: 'bank',
        host: 'node-b',
        pod: 'bank-1',
        trace,
        span: `${index}b`,
        truly: written,
      },
    ] satisfies Stamped[];
  }).flat();
}

describe('estimateClocks', () => {
  it('takes the host of a pod from its log lines, and corrects spans and lines alike', async () => {
    const records = shopAndBank({ bank: skewed, lines: skewed });
    await store(records);
    const report = await estimateClocks(connection);
    expect(report.clocks.map(({ clock }) => clock)).toEqual(['node-b', 'shop-1']);
    const reference = report.reference === 'shop-1' ? steady : skewed;
    const found = await corrections();
    for (const [index, { at, truly }] of records.entries()) {
      expect(Math.abs(at + found[index]!.correction - shownAt(reference, truly))).toBeLessThan(200);
    }
  });

  it('gives log lines a clock of their own when they lie outside the spans that they name', async () => {
    await store(shopAndBank({ bank: skewed, lines: steady }));
    const report = await estimateClocks(connection);
    expect(report.clocks.map(({ clock }) => clock)).toEqual(['node-b', 'node-b (logs)', 'shop-1']);
    const lines = report.clocks.find(({ clock }) => clock === 'node-b (logs)')!;
    const node = report.clocks.find(({ clock }) => clock === 'node-b')!;
    expect([lines.state, node.state].filter(state => state === 'corrected')).not.toHaveLength(0);
    expect(report.contradictions).toEqual([]);
  });

  it('leaves an alert about a service on the clock of what sent it', async () => {
    const records = shopAndBank({ bank: skewed, lines: skewed });
    await store([
      ...records,
      { at: shownAt(steady, 300), kind: 'alert', service: 'bank', pod: 'bank-1', truly: 300 },
    ]);
    const found = await corrections();
    expect(found.at(-1)).toEqual({ correction: 0, uncertainty: null });
  });

  it('does not take work that outlives its call for a bound', async () => {
    const calls = shopAndBank({ bank: steady, lines: steady }).filter(({ kind }) => kind === 'span');
    const outliving = calls.map(record =>
      record.parent === undefined ? record : { ...record, ended: record.ended! + 5_000_000 },
    );
    await store(outliving);
    const report = await estimateClocks(connection);
    expect(report.clocks.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(report.contradictions).toEqual([]);
  });

  it('corrects nothing where nothing is paired', async () => {
    await store([{ at: shownAt(steady, 1), kind: 'log', service: 'bank', host: 'node-b', truly: 1 }]);
    const report = await estimateClocks(connection);
    expect(report).toMatchObject({
      reference: '',
      clocks: [{ clock: 'node-b', records: 1, state: 'unknown' }],
    });
    expect(await applyClocks(connection, report)).toMatchObject({ join: '', correctionUs: '0' });
  });
});
