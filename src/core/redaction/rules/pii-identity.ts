import type { RedactionRule } from '../rule.ts';
import type { NationalId } from './national-id.ts';
import { NATIONAL_IDS } from './pii-national-ids.ts';

const separators = /[ ./-]/g;

const isId = (id: NationalId, text: string) => {
  const bare = text.replace(separators, '').toUpperCase();
  return id.bare.test(bare) && id.isValid(bare);
};

/** Ids by the shape of their writing: `999-99-9999` → SSN. */
const byShape = Map.groupBy(
  NATIONAL_IDS.flatMap(id => (id.shapes ?? []).map(shape => ({ shape, id }))),
  ({ shape }) => shape,
);

/** A word of digits and capitals with inner separators that begins and ends like an id. */
const idLike = /(?<![\w+/@.-])[A-Z\d][A-Z\d./-]{7,18}[A-Z\d](?![\w/%-]|\.\d)/g;

/** One pass for all ids that their writing gives away: a word's shape picks the checks that it must pass. */
function findShapedIds(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(idLike)) {
    const shape = word.replace(/\d/g, '9').replace(/[A-Z]/g, 'A');
    if (byShape.get(shape)?.some(({ id }) => isId(id, word))) spans.push([index, index + word.length]);
  }
  return spans;
}

/** `tax file number`, `tax_file_number`, `taxfilenumber`: what `labelPattern` matches. */
const writingsOf = (label: string) =>
  label.length > 2
    ? [...new Set([' ', '_', '-', ''].map(mark => label.replaceAll(/[ -]/g, mark)))]
    : [' ', ':', '.', '='].map(mark => label + mark);

const labelPattern = (label: string) => label.replaceAll(/[ -]/g, '[ _-]?');

/** The id behind its label, in any writing: up to 24 characters without a digit may stand between. */
function labelledRule(id: NationalId): RedactionRule {
  const label = id.labels.map(labelPattern).join('|');
  return {
    id: `labelled-${id.id}`,
    kind: 'id',
    keywords: id.labels.filter(text => /^[ -~]+$/.test(text)).flatMap(writingsOf),
    at: 'label',
    digitWithin: 64,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:${label})(?![\\p{L}])[^\\d\\n]{0,24}?(?<secret>(?<![\\w-])[A-Z]{0,6}[ -]?\\d(?:[ ./-]?[A-Z\\d]){4,17})(?![\\w-])`,
      'diuy',
    ),
    accept: secret => isId(id, secret),
    hits: [`${id.labels[0]}: ${id.example}`],
    misses: [`${id.labels[0]}: ${id.counterexample}`],
  };
}

export const IDENTITY_RULES: readonly RedactionRule[] = [
  {
    id: 'national-id',
    kind: 'id',
    keywords: [],
    trigger: 'digits',
    find: findShapedIds,
    hits: NATIONAL_IDS.filter(id =>
      id.shapes?.includes(id.example.replace(/\d/g, '9').replace(/[A-Z]/g, 'A')),
    ).map(id => `it is ${id.example}.`),
    misses: [
      '2015-10-18 18:01:47',
      '081109-203518',
      'blk_529.982.247-25',
      '1-2-3-4-5-6',
      'A1B2C3D4E5F6',
      'RFC3339-2020',
    ],
  },
  ...NATIONAL_IDS.map(labelledRule),
  {
    id: 'driver-licence',
    kind: 'id',
    keywords: ['licen', 'dl#', 'dl no'],
    pattern:
      /\b(?:driv(?:er'?s?|er’s|ing) ?licen[cs]e|dl(?= ?(?:#|no\b)))(?:[^\d\n]{0,24}?)(?<secret>(?<![\w-])[A-Z]{0,5}\d[A-Z\d-]{4,16}(?:[ -]\d{2,6}){0,3})(?![\w-])/dgi,
    hits: ["My driver's license number is 2270-66-1551", 'driving licence: MORGA657054SM9IJ', 'DL# D1234567'],
    misses: ['the license expires in 2030', "driver's license desk 12"],
  },
  {
    id: 'passport',
    kind: 'id',
    keywords: ['passport', 'reisepass', 'passeport', 'pasaporte'],
    pattern:
      /(?:passport|reisepass|passeport|pasaporte)(?:[^\d\n]{0,24}?)(?<secret>(?<!\w)[A-Z]{0,2}\d{6,9}[A-Z]?)(?![\w-])/dgi,
    hits: ['passport number: X1234567', 'passport no. 123456789'],
    misses: ['passport.js 0.6.0', 'passport ready by 2030'],
  },
];
