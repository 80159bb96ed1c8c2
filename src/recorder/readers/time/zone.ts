/**
 * Zones by name: how far local time is from UTC.
 *
 * A local time that happens twice (clocks go back) is read as the first of the two; one that never happens (clocks go
 * forward) is read with the offset from before the change, so 02:30 becomes what the clocks showed as 03:30.
 */
import type { Micros } from '../../../core/record.ts';
import { ZONE_ABBREVIATIONS } from './abbreviations.ts';
import { MICROS_PER_DAY, MICROS_PER_SECOND } from './civil.ts';

const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
/** Offsets change at whole quarters of an hour almost always; a cell in which one does not is not cached. */
const CELL = 15 * MICROS_PER_MINUTE;
const CELLS_KEPT = 100_000;
/** More than there are; names that only look like zones must not fill the memory. */
const ZONES_KEPT = 1000;

interface Zone {
  /** The offset when it never changes, else NaN. */
  fixed: Micros;
  /** The offset of a UTC instant. */
  offsetAt: (at: Micros) => Micros;
  /** Local quarter of an hour → offset. */
  cells: Map<number, Micros>;
  lastCell: number;
  lastOffset: Micros;
}

const zones = new Map<string, Zone | undefined>();
let lastName = '';
let lastZone: Zone | undefined;

/** Whether a zone of that name is known: IANA name, `±hh:mm`, or abbreviation. */
export function isZone(name: string): boolean {
  return zoneOf(name) !== undefined;
}

/** Offset (east positive, in µs) of a local time in a zone; an unknown zone counts as UTC. */
export function localOffset(name: string, local: Micros): Micros {
  const zone = zoneOf(name);
  if (zone === undefined) return 0;
  if (!Number.isNaN(zone.fixed)) return zone.fixed;
  const cell = Math.floor(local / CELL);
  if (cell === zone.lastCell) return zone.lastOffset;
  return offsetOfCell(zone, cell, local);
}

/** Offset (east positive, in µs) that a zone has at an instant; an unknown zone counts as UTC. */
export function offsetAt(name: string, at: Micros): Micros {
  return zoneOf(name)?.offsetAt(at) ?? 0;
}

function zoneOf(name: string): Zone | undefined {
  if (name === lastName) return lastZone;
  if (!zones.has(name)) {
    if (zones.size >= ZONES_KEPT) zones.clear();
    zones.set(name, fixedZone(name) ?? ianaZone(name));
  }
  lastName = name;
  lastZone = zones.get(name);
  return lastZone;
}

function offsetOfCell(zone: Zone, cell: number, local: Micros): Micros {
  let offset = zone.cells.get(cell);
  if (offset === undefined) {
    const first = offsetOfLocal(zone, cell * CELL);
    if (first !== offsetOfLocal(zone, (cell + 1) * CELL - 1)) return offsetOfLocal(zone, local);
    offset = first;
    if (zone.cells.size >= CELLS_KEPT) zone.cells.clear();
    zone.cells.set(cell, offset);
  }
  zone.lastCell = cell;
  zone.lastOffset = offset;
  return offset;
}

function offsetOfLocal(zone: Zone, local: Micros): Micros {
  const before = zone.offsetAt(local - MICROS_PER_DAY);
  const after = zone.offsetAt(local + MICROS_PER_DAY);
  if (before === after || zone.offsetAt(local - before) === before) return before;
  return zone.offsetAt(local - after) === after ? after : before;
}

function fixedZone(name: string): Zone | undefined {
  const match = /^(?:UTC|GMT)?([+-])(\d\d):?(\d\d)?$/.exec(name);
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return zoneWith((match[1] === '-' ? -minutes : minutes) * MICROS_PER_MINUTE);
  }
  if (name === 'Z' || name === 'UTC') return zoneWith(0);
  return undefined;
}

function zoneWith(fixed: Micros): Zone {
  return { fixed, offsetAt: () => fixed, cells: new Map(), lastCell: Number.NaN, lastOffset: 0 };
}

function ianaZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
      year: 'numeric',
    });
  } catch {
    const minutes = ZONE_ABBREVIATIONS.get(name);
    return minutes === undefined ? undefined : zoneWith(minutes * MICROS_PER_MINUTE);
  }
  return {
    fixed: Number.NaN,
    offsetAt: at => offsetFromText(format.format(at / 1000)),
    cells: new Map(),
    lastCell: Number.NaN,
    lastOffset: 0,
  };
}

/** `2023, GMT+05:30` → µs; `GMT` alone is zero; offsets before standard time have seconds. */
function offsetFromText(text: string): Micros {
  const match = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * MICROS_PER_SECOND;
}
