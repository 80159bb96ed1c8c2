import { describe, expect, test } from 'vitest';
import { parseInstant } from './parseInstant.ts';

/** 10 January 2024, noon. */
const ANCHOR = Date.UTC(2024, 0, 10, 12) * 1000;
const UTC = { zone: 'UTC', anchor: ANCHOR };

/** A micros value as ISO text with six digits. */
function iso(at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const micros = ((at % 1000) + 1000) % 1000;
  return new Date((at - micros) / 1000).toISOString().replace('Z', String(micros).padStart(3, '0'));
}

function read(text: string, zone = 'UTC'): string | undefined {
  return iso(parseInstant(text, { zone, anchor: ANCHOR })?.at);
}

test.each([
  // ISO 8601
  ['2023-01-30T11:39:54Z', '2023-01-30T11:39:54.000000', 's', true],
  ['2023-01-30 11:39:54,342', '2023-01-30T11:39:54.342000', 'ms', false],
  ['2023-01-30T11:39:54.342948481+05:30', '2023-01-30T06:09:54.342948', 'ns', true],
  ['2023-01-30T11:39+01:00', '2023-01-30T10:39:00.000000', 'min', true],
  ['2023-01-30 11:39:54.5-03', '2023-01-30T14:39:54.500000', 'ms', true],
  ['2023-01-30T11:39:54,5', '2023-01-30T11:39:54.500000', 'ms', false],
  ['20230130T113954Z', '2023-01-30T11:39:54.000000', 's', true],
  ['20230130T113954.342Z', '2023-01-30T11:39:54.342000', 'ms', true],
  ['20230130113954', '2023-01-30T11:39:54.000000', 's', false],
  ['20230130-11:39:54.342', '2023-01-30T11:39:54.342000', 'ms', false],
  ['2023-01-30', '2023-01-30T00:00:00.000000', 'day', false],
  ['2023-01-30T24:00:00Z', '2023-01-31T00:00:00.000000', 's', true],
  ['2023-01-30T11:39:54+01:00[Europe/Paris]', '2023-01-30T10:39:54.000000', 's', true],
  ['2023-01-30 11:39:54 Asia/Tokyo', '2023-01-30T02:39:54.000000', 's', true],
  // programming languages and programs
  ['2023-01-30 11:39:54.342948481 +0000 UTC m=+1.5', '2023-01-30T11:39:54.342948', 'ns', true],
  [
    'Mon Jan 30 2023 11:39:54 GMT+0100 (Central European Standard Time)',
    '2023-01-30T10:39:54.000000',
    's',
    true,
  ],
  ['2015/07/29 17:41:44', '2015-07-29T17:41:44.000000', 's', false],
  ['2015/07/29', '2015-07-29T00:00:00.000000', 'day', false],
  ['17/06/09 20:10:58', '2017-06-09T20:10:58.000000', 's', false],
  ['081109 203615', '2008-11-09T20:36:15.000000', 's', false],
  ['230211  8:14:09', '2023-02-11T08:14:09.000000', 's', false],
  ['2005-06-03-15.42.50.363779', '2005-06-03T15:42:50.363779', 'us', false],
  ['20171223-22:15:29:606', '2017-12-23T22:15:29.606000', 'ms', false],
  ['20171224-0:8:2:85', '2017-12-24T00:08:02.085000', 'ms', false],
  ['0130 11:39:54.342948', '2023-01-30T11:39:54.342948', 'us', false],
  ['30-Jan-2023 11:39:54.342', '2023-01-30T11:39:54.342000', 'ms', false],
  ['10/Oct/2000:13:55:36 -0700', '2000-10-10T20:55:36.000000', 's', true],
  ['2023-02-11\t08:14:09', '2023-02-11T08:14:09.000000', 's', false],
  ['2023/02/11 - 08:14:09', '2023-02-11T08:14:09.000000', 's', false],
  // names of months and days
  ['Jun 14 15:16:01', '2023-06-14T15:16:01.000000', 's', false],
  ['Jun 14 2019 15:16:01', '2019-06-14T15:16:01.000000', 's', false],
  ['Sun Dec 04 04:47:44 2005', '2005-12-04T04:47:44.000000', 's', false],
  ['Sat Feb 11 08:14:09.402948 2023', '2023-02-11T08:14:09.402948', 'us', false],
  ['Mon Jan 30 11:39:54 CET 2023', '2023-01-30T10:39:54.000000', 's', true],
  ['Mon Jan 30 11:39:54 2023 +0100', '2023-01-30T10:39:54.000000', 's', true],
  ['Mon, 30 Jan 2023 11:39:54 +0100', '2023-01-30T10:39:54.000000', 's', true],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000000', 's', true],
  ['January 30, 2023 11:39:54 AM', '2023-01-30T11:39:54.000000', 's', false],
  ['30 Sept 2023 11:39:54', '2023-09-30T11:39:54.000000', 's', false],
  // day and month
  ['1/30/2023 11:39:54 PM', '2023-01-30T23:39:54.000000', 's', false],
  ['30/1/2023 11:39:54', '2023-01-30T11:39:54.000000', 's', false],
  ['02/03/2023 12:00:00 am', '2023-02-03T00:00:00.000000', 's', false],
  ['02.03.2023 12:00:00', '2023-03-02T12:00:00.000000', 's', false],
  ['03-17 16:13:38.811', '2023-03-17T16:13:38.811000', 'ms', false],
  ['10.30 16:49:06', '2023-10-30T16:49:06.000000', 's', false],
  // a time of day: on the anchor's day
  ['11:50:59.971', '2024-01-10T11:50:59.971000', 'ms', false],
  // counts
  ['1675078794', '2023-01-30T11:39:54.000000', 's', true],
  ['1675078794.342948', '2023-01-30T11:39:54.342948', 'us', true],
  ['1675078794342', '2023-01-30T11:39:54.342000', 'ms', true],
  ['1675078794342948', '2023-01-30T11:39:54.342948', 'us', true],
  ['1675079459971622667', '2023-01-30T11:50:59.971622', 'ns', true],
  ['133195523941234567', '2023-01-30T11:39:54.123456', 'us', true],
  ['/Date(1675078794342)/', '2023-01-30T11:39:54.342000', 'ms', true],
  ['@4000000037c219bf2ef02e94', '1999-08-24T04:04:05.787492', 'ns', true],
  // a clock that was never set
  ['1970-01-01T00:00:12Z', '1970-01-01T00:00:12.000000', 's', true],
  // leap seconds are the first second of the next minute
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000000', 's', true],
  ['2016-12-31T23:59:60.5Z', '2017-01-01T00:00:00.500000', 'ms', true],
])('reads %s', (text, at, precision, zoned) => {
  const instant = parseInstant(text, UTC);
  expect({ at: iso(instant?.at), precision: instant?.precision, zoned: instant?.zoned }).toEqual({
    at,
    precision,
    zoned,
  });
});

test.each([
  '2023-13-01T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2023-01-30T25:00:00Z',
  '2023-01-30T11:60:00Z',
  '2023-01-30T11:39:61Z',
  '2023-01-30T24:00:01Z',
  '2023-01-30T11:39:54Zebra',
  '9999-12-31T23:59:59Z',
  'Jan 32 00:00:00',
  'tomorrow',
  '2023',
  '00:11:22:33:44:55',
  '10.2.0.17',
  '',
])('takes %s for no time', text => {
  expect(parseInstant(text, UTC)).toBeUndefined();
});

describe('a stamp without a year', () => {
  test.each([
    ['Jan 11 11:59:59', '2024-01-11T11:59:59.000000'],
    ['Jan 11 12:00:01', '2023-01-11T12:00:01.000000'],
    ['Dec 31 23:00:00', '2023-12-31T23:00:00.000000'],
    ['Feb 29 10:00:00', '2020-02-29T10:00:00.000000'],
  ])('%s falls into the twelve months that end a day after the anchor', (text, at) => {
    expect(read(text)).toBe(at);
  });

  test('may fall into the new year that local clocks have already begun', () => {
    const anchor = Date.UTC(2023, 11, 30, 20) * 1000;
    expect(iso(parseInstant('Jan 01 01:00:00', { zone: 'Asia/Tokyo', anchor })?.at)).toBe(
      '2023-12-31T16:00:00.000000',
    );
  });
});

describe('a stamp without a zone', () => {
  test.each([
    ['2023-07-01 12:00:00', 'Europe/Berlin', '2023-07-01T10:00:00.000000'],
    ['2023-01-01 12:00:00', 'Europe/Berlin', '2023-01-01T11:00:00.000000'],
    ['2023-01-01 12:00:00', '+05:30', '2023-01-01T06:30:00.000000'],
    ['2023-01-01 12:00:00', '-0800', '2023-01-01T20:00:00.000000'],
    ['2023-01-01 12:00:00', 'PST', '2023-01-01T20:00:00.000000'],
    ['2023-01-01 12:00:00', 'Nowhere/Atall', '2023-01-01T12:00:00.000000'],
  ])('%s in %s', (text, zone, at) => {
    expect(read(text, zone)).toBe(at);
  });

  test('a local time that never was keeps the offset from before the change', () => {
    expect(read('2023-03-26 02:30:00', 'Europe/Berlin')).toBe('2023-03-26T01:30:00.000000');
  });

  test('a local time that was twice is the first of the two', () => {
    expect(read('2023-10-29 02:30:00', 'Europe/Berlin')).toBe('2023-10-29T00:30:00.000000');
    expect(read('2023-11-05 01:30:00', 'America/New_York')).toBe('2023-11-05T05:30:00.000000');
  });

  test('a change of half an hour is followed to the minute', () => {
    expect(read('2023-04-02 01:29:00', 'Australia/Lord_Howe')).toBe('2023-04-01T14:29:00.000000');
    expect(read('2023-04-02 02:00:00', 'Australia/Lord_Howe')).toBe('2023-04-01T15:30:00.000000');
  });
});

test.each([
  ['2023-01-30 11:39:54 CST', 'UTC', '2023-01-30T17:39:54.000000'],
  ['2023-01-30 11:39:54 CST', 'Asia/Shanghai', '2023-01-30T03:39:54.000000'],
  ['2023-01-30 11:39:54 CST', '+08:00', '2023-01-30T03:39:54.000000'],
  ['2023-01-30 11:39:54 IST', 'Europe/Berlin', '2023-01-30T06:09:54.000000'],
  ['2023-01-30 11:39:54 IST', 'Asia/Jerusalem', '2023-01-30T09:39:54.000000'],
])('%s means what it means around %s', (text, zone, at) => {
  expect(read(text, zone)).toBe(at);
});
