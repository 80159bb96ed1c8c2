import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilFromDays, daysFromCivil } from './civil.ts';
import { findInstant } from './findInstant.ts';
import { instantFromNumber } from './instantFromNumber.ts';
import { parseInstant } from './parseInstant.ts';
import { localOffset } from './zone.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const FULL_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tehran',
];

interface Wall {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
  fraction: string;
  monthName: string;
  dayName: string;
  fullDayName: string;
  /** On a 12-hour clock, with AM or PM. */
  twelve: string;
}

/** The wall clock of an instant at an offset in minutes, by Date alone. */
function wallOf(at: number, offset: number): Wall {
  const date = new Date(Math.floor(at / 1000) + offset * 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hour = date.getUTCHours();
  return {
    year: String(date.getUTCFullYear()),
    month: two(date.getUTCMonth() + 1),
    day: two(date.getUTCDate()),
    hour: two(hour),
    minute: two(date.getUTCMinutes()),
    second: two(date.getUTCSeconds()),
    fraction: String(at % 1_000_000).padStart(6, '0'),
    monthName: MONTHS[date.getUTCMonth()]!,
    dayName: DAYS[date.getUTCDay()]!,
    fullDayName: FULL_DAYS[date.getUTCDay()]!,
    twelve: `${hour % 12 === 0 ? 12 : hour % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`,
  };
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

/** Ways to write a wall clock without zone, and the microseconds that each is fine to. */
const FORMS: readonly (readonly [number, (wall: Wall) => string])[] = [
  [1, w => `${w.year}-${w.month}-${w.day}T${w.hour}:${w.minute}:${w.second}.${w.fraction}`],
  [1, w => `${w.year}-${w.month}-${w.day} ${w.hour}:${w.minute}:${w.second},${w.fraction}`],
  [1, w => `${w.year}${w.month}${w.day}T${w.hour}${w.minute}${w.second}.${w.fraction}`],
  [1, w => `${w.year}-${w.month}-${w.day}-${w.hour}.${w.minute}.${w.second}.${w.fraction}`],
  [1e3, w => `${w.year}${w.month}${w.day}-${w.hour}:${w.minute}:${w.second}:${w.fraction.slice(0, 3)}`],
  [1e3, w => `${w.year}/${w.month}/${w.day} ${w.hour}:${w.minute}:${w.second}.${w.fraction.slice(0, 3)}`],
  [1e6, w => `${w.year}${w.month}${w.day}${w.hour}${w.minute}${w.second}`],
  [1e6, w => `${w.dayName} ${w.monthName} ${w.day} ${w.hour}:${w.minute}:${w.second} ${w.year}`],
  [1e6, w => `${w.monthName} ${w.day} ${w.year} ${w.hour}:${w.minute}:${w.second}`],
  [1e6, w => `${w.day}/${w.monthName}/${w.year}:${w.hour}:${w.minute}:${w.second}`],
  [1e6, w => `${w.day} ${w.monthName} ${w.year} ${w.hour}:${w.minute}:${w.second}`],
  [1e6, w => `${w.month}/${w.day}/${w.year} ${w.twelve}`],
  [60e6, w => `${w.year}-${w.month}-${w.day} ${w.hour}:${w.minute}`],
];

/** Ways to write one with its zone. */
const ZONED_FORMS: readonly (readonly [number, (wall: Wall, offset: number) => string])[] = [
  [
    1,
    (w, o) =>
      `${w.year}-${w.month}-${w.day}T${w.hour}:${w.minute}:${w.second}.${w.fraction}${offsetText(o, ':')}`,
  ],
  [
    1,
    (w, o) =>
      `${w.year}-${w.month}-${w.day} ${w.hour}:${w.minute}:${w.second}.${w.fraction}321 ${offsetText(o, '')} m=+1.5`,
  ],
  [
    1e6,
    (w, o) =>
      `${w.dayName}, ${w.day} ${w.monthName} ${w.year} ${w.hour}:${w.minute}:${w.second} ${offsetText(o, '')}`,
  ],
  [1e6, (w, o) => `${w.day}/${w.monthName}/${w.year}:${w.hour}:${w.minute}:${w.second} ${offsetText(o, '')}`],
  [
    1e6,
    (w, o) =>
      `${w.dayName} ${w.monthName} ${w.day} ${w.year} ${w.hour}:${w.minute}:${w.second} GMT${offsetText(o, '')}`,
  ],
  [
    1e6,
    (w, o) =>
      `${w.dayName} ${w.monthName} ${w.day} ${w.hour}:${w.minute}:${w.second} ${w.year} ${offsetText(o, '')}`,
  ],
];

/** 1971 … 2037, in µs. */
const instants = fc.integer({ min: 31_536_000_000_000, max: 2_114_380_800_000_000 });
/** From when on the magnitude tells the unit, and nanoseconds from Windows' counts. */
const recentInstants = fc.integer({ min: 1_000_000_000_000_000, max: 2_114_380_800_000_000 });
const offsets = fc.integer({ min: -47, max: 55 }).map(quarters => quarters * 15);
const context = { zone: 'UTC', anchor: Date.UTC(2024, 0, 10) * 1000 };

test('an instant written in any form at any offset is read back to the precision of the form', () => {
  fc.assert(
    fc.property(instants, offsets, fc.constantFrom(...ZONED_FORMS), (at, offset, [unit, write]) => {
      const text = write(wallOf(at, offset), offset);
      expect([text, parseInstant(text, context)?.at]).toEqual([text, at - (at % unit)]);
    }),
    { numRuns: 5000 },
  );
});

test('an instant written without a zone is read back in the zone of the context', () => {
  fc.assert(
    fc.property(instants, offsets, fc.constantFrom(...FORMS), (at, offset, [unit, write]) => {
      const text = write(wallOf(at, offset));
      const expected = Math.floor((at + offset * 60e6) / unit) * unit - offset * 60e6;
      expect([text, parseInstant(text, { ...context, zone: offsetText(offset, ':') })?.at]).toEqual([
        text,
        expected,
      ]);
    }),
    { numRuns: 5000 },
  );
});

test('local times of named zones are what Intl shows for the instant', () => {
  const shown = new Map(
    ZONES.map(zone => [
      zone,
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  );
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (micros, zone) => {
      const at = micros - (micros % 1e6);
      const text = shown.get(zone)!.format(at / 1000);
      const read = parseInstant(text, { ...context, zone })!.at;
      expect(shown.get(zone)!.format(read / 1000)).toBe(text);
      // Twice-told hours are read as the first telling.
      expect(read <= at).toBe(true);
      expect(at - read).toBeLessThanOrEqual(3600e6);
    }),
    { numRuns: 3000 },
  );
});

test('offsets that were asked before are the offsets that are asked anew', () => {
  fc.assert(
    fc.property(fc.array(instants, { maxLength: 20 }), fc.constantFrom(...ZONES), (locals, zone) => {
      const first = locals.map(local => localOffset(zone, local));
      expect(locals.map(local => localOffset(zone, local))).toEqual(first);
    }),
  );
});

test('days and calendar dates agree with Date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), days => {
      const date = new Date(days * 86_400_000);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(civilFromDays(days)).toEqual(civil);
      expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
    }),
    { numRuns: 5000 },
  );
});

test('counts since 1970 are read in their unit, as number, text or bigint', () => {
  fc.assert(
    fc.property(recentInstants, fc.integer({ min: 0, max: 999 }), (at, nanos) => {
      expect(instantFromNumber(String(at))?.at).toBe(at);
      expect(instantFromNumber(Math.floor(at / 1e6))?.at).toBe(at - (at % 1e6));
      expect(instantFromNumber(Math.floor(at / 1e3))?.at).toBe(at - (at % 1e3));
      const ns = BigInt(at) * 1000n + BigInt(nanos);
      expect(instantFromNumber(ns)?.at).toBe(at);
      expect(instantFromNumber(String(ns))?.at).toBe(at);
      expect(instantFromNumber(`${Math.floor(at / 1e6)}.${String(at % 1e6).padStart(6, '0')}`)?.at).toBe(at);
    }),
    { numRuns: 2000 },
  );
});

test('a stamp is found where it stands in a line', () => {
  const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/);
  fc.assert(
    fc.property(
      words,
      instants,
      offsets,
      fc.constantFrom(...ZONED_FORMS),
      words,
      (before, at, offset, [unit, write], after) => {
        const stamp = write(wallOf(at, offset), offset);
        const line = `${before} [${stamp}] ${after}`;
        const found = findInstant(line, context);
        expect(found && line.slice(found.start, found.end)).toBe(stamp);
        expect(found?.at).toBe(at - (at % unit));
      },
    ),
    { numRuns: 3000 },
  );
});

test('no text makes it throw, and what it finds lies in the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '2023-01-30',
      'T',
      ' ',
      '11:39:54',
      '.342',
      ',',
      'Z',
      '+01:00',
      'Jan',
      'Mon',
      '30',
      '@4000',
      'PM',
      '[',
      '/',
      'UTC',
    ),
    fc.integer().map(String),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      parseInstant(text, context);
      const found = findInstant(text, context);
      if (found === undefined) return;
      expect(Number.isSafeInteger(found.at)).toBe(true);
      expect(found.start).toBeLessThan(found.end);
      expect(found.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 20_000 },
  );
});
