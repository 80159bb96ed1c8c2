import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

function field(name: string, value: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(value.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, value, Buffer.from('\n')]);
}

const ENTRIES = Buffer.concat([
  Buffer.from('__CURSOR=s=739a;i=1\n__REALTIME_TIMESTAMP=1676103249402948\n_HOSTNAME=web-3\nPRIORITY=3\n'),
  Buffer.from('SYSLOG_IDENTIFIER=orders\n_PID=1187\n'),
  field('MESSAGE', Buffer.from('refused:\n\n  pool=exhausted')),
  Buffer.from('\n__REALTIME_TIMESTAMP=1676103250000000\n_SYSTEMD_UNIT=nginx.service\nMESSAGE=started\n'),
]);

test.each([1, 7, 65_536])('entries are read whole when the file comes in pieces of %i bytes', async size => {
  const { reader, records, unread } = await readAll(ENTRIES, { size });
  expect({ reader, unread }).toEqual({ reader: 'journal-export', unread: [] });
  expect(records).toMatchObject([
    {
      at: 1_676_103_249_402_948,
      host: 'web-3',
      level: 'error',
      service: 'orders',
      body: 'refused:\n\n  pool=exhausted',
      attributes: { _PID: '1187' },
      line: 1,
    },
    { at: 1_676_103_250_000_000, service: 'nginx', body: 'started', line: 2 },
  ]);
});

test('a field too long to keep is left out and said so; its entry stays', async () => {
  const dump = field('COREDUMP', Buffer.alloc(5 * 2 ** 20, 10));
  const { records, unread } = await readAll(Buffer.concat([ENTRIES, dump, Buffer.from('PRIORITY=4\n')]), {
    size: 100_000,
  });
  expect(unread).toEqual([{ line: 2, text: 'COREDUMP', why: 'a field of 5242880 bytes is too long' }]);
  expect(records[1]).toMatchObject({ body: 'started', level: 'warn' });
});

test('a file that breaks off keeps what it had', async () => {
  const { records } = await readAll(ENTRIES.subarray(0, ENTRIES.length - 5));
  expect(records.map(record => record.body)).toEqual(['refused:\n\n  pool=exhausted', 'sta']);
});
