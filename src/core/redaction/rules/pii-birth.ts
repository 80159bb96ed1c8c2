import type { RedactionRule } from '../rule.ts';

const day = '\\d{1,2}(?:st|nd|rd|th)?';
const month = '\\p{L}{3,10}\\.?';
const date = `\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|${day} (?:of )?${month},? \\d{4}|${month} ${day},? \\d{4}|(?:19|20)\\d{2}`;

export const BIRTH_RULES: readonly RedactionRule[] = [
  {
    id: 'date-of-birth',
    kind: 'birth',
    keywords: ['born', 'birth', 'dob', 'd.o.b', 'geburt', 'geboren', 'naissance', 'nacimiento'],
    pattern: new RegExp(
      `(?:\\bborn(?: on| in)?|\\b(?:date[ _-]?of[ _-]?birth|birth[ _-]?(?:date|day))\\b|\\bdob\\b|\\bd\\.o\\.b\\.|geburtsdatum|geboren(?: am)?|naissance|nacimiento)(?:[^\\d\\n]{0,12}|["'?. ]{0,4}It(?:'s| is) )(?<secret>${date})(?![\\d])`,
      'dgiu',
    ),
    hits: [
      'She was born on 8/5/1989.',
      'date_of_birth=1971-02-28',
      'DOB: 3 March 1990',
      '"birthDate": "1990-01-01"',
      "date of birth. It's 2/16/1942",
    ],
    misses: ['the cluster was born', 'born in 12 seconds', 'stillborn 2', 'reborn at 10:00'],
  },
  {
    id: 'age',
    kind: 'age',
    keywords: ['year old', 'year-old', 'years old', 'years-old', 'y/o'],
    pattern:
      /(?<![\d.])1?\d{1,2}(?=[ -]years?[ -]old (?:(?:fe)?male|(?:wo)?man|girl|boy|patient|person|customer|child)\b| y\/o\b)/dgi,
    hits: ['This 69 year old female', "and i'm 35 y/o.", 'a 60-year-old male', 'a 41 year old man who'],
    misses: ['the certificate is 2 years old', 'a 300-year-old tree'],
  },
];
