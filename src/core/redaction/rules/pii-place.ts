import type { RedactionRule } from '../rule.ts';

/** Degrees with three or more decimals: closer than a hundred metres. */
const coordinate = (limit: string) => `[-+]?${limit}\\.\\d{3,15}`;
const latitude = coordinate('[1-8]?\\d');
const longitude = coordinate('(?:1[0-7]\\d|[1-9]?\\d)');

export const PLACE_RULES: readonly RedactionRule[] = [
  {
    id: 'coordinate-labelled',
    kind: 'geo',
    keywords: ['latitude', 'longitude', 'lat', 'lng', 'lon', 'long', 'geo'],
    at: 'label',
    digitWithin: 40,
    pattern: new RegExp(
      `\\b(?:lat(?:itude)?|lng|long?(?:itude)?|geo(?:[._-]?(?:point|location|lat|lon))?)["']?\\s{0,3}[=:]\\s{0,3}["'[(]?(?<secret>${longitude}(?:\\s{0,2},\\s{0,2}${longitude})?)(?![\\d.])`,
      'diy',
    ),
    hits: ['lat=52.520008 lon=13.404954', '"longitude": -0.127758', 'geo:37.786971,-122.399677'],
    misses: ['latency=52.520', 'lat=52.5', 'flat=1.2345', 'relation: 12.3456'],
  },
  {
    id: 'coordinate-pair',
    kind: 'geo',
    keywords: [
      'geo',
      'gps',
      'location',
      'located',
      'locate',
      'position',
      'coord',
      'coords',
      'coordinates',
      'maps',
      'point',
    ],
    at: 'word',
    pattern: new RegExp(`(?<![\\w.+-])${latitude}\\s{0,2}[,;]\\s{0,2}${longitude}(?![\\w.%])`, 'dg'),
    hits: ['GPS 59.913900, 10.752200', 'maps?q=48.85837,2.294481'],
    misses: ['location 1.25, 3.5', 'position 100.12345,1.2'],
  },
  {
    id: 'zip-labelled',
    kind: 'zip',
    at: 'label',
    digitWithin: 40,
    keywords: [
      'zip',
      'zipcode',
      'zip_code',
      'postal_code',
      'postalcode',
      'postal',
      'postcode',
      'post code',
      'postleitzahl',
      'plz',
    ],
    pattern:
      /\b(?:zip(?:[ _-]?code)?|postal[ _-]?code|post[ _-]?code|postleitzahl|plz)["']?(?: is|:|=)\s{0,4}["']?(?<secret>[A-Z]{1,2}-?\d{3,5}|\d{3,5}(?:[ -]?(?:\d{2,4}|[A-Z]{2}))?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\w-])/diy,
    hits: [
      'ZIP: 53650',
      'My zip code is 394 13',
      'ZIP: 3610-114',
      'zip: 7412 SL',
      'postcode: SW1A 1AA',
      '"zip_code": "53650"',
    ],
    misses: ['unzip: 12345', 'zip file 12345', 'gzip=53650'],
  },
];
