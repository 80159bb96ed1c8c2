import type { RedactionRule } from '../rule.ts';
import { isCardNumber } from './pii-payment.ts';

/** Hosts that stand in for a mailbox in telemetry: `git@github.com:…`, `root@localhost`. */
const machineMailbox =
  /^(?:git|hg|svn|noreply|no-reply)@(?:github|gitlab|bitbucket)\.|@(?:localhost|example)$/i;

/** Words that introduce a number to call. */
const PHONE_WORDS = [
  'phone',
  'phones',
  'phoned',
  'telephone',
  'cellphone',
  'telefon',
  'teléfono',
  'tel',
  'mobile',
  'mobil',
  'cell',
  'handy',
  'fax',
  'call',
  'calling',
  'called',
  'dial',
  'sms',
  'whatsapp',
  'text me',
  'texted',
  'messages to',
  'message to',
  'answering at',
  'reach me',
  'reached at',
  'reachable',
  'contact',
  'registered',
  'ring me',
  'hotline',
  'voicemail',
  'office',
  'desk',
  'msisdn',
  'pager',
].filter(word => /^[ -~]+$/.test(word));

/** Digits in groups, as phones are written: optional country code and trunk prefix, separators of one kind or another. */
const grouped =
  /(?<![\w./+#-]|[\d:],|\d:|\d |[$€£]\s?)(?:\(?\+\d{1,3}\)?[ .-]?|[178] )?(?:\(\d{1,5}\)[ .-]?)?\d{1,14}(?:[ ./-]\d{1,8}){0,6}(?:[ -]?(?:x|ext\.? ?)\d{1,6})?(?![\w/:%]|[.,-]\d)/dgi;

const digitsOf = (text: string) => text.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '');

/** Stamps, dates and amounts also come in groups of digits. */
const notPhone =
  /^(?:19|20)\d\d[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:0?[1-9]|[12]\d|3[01])(?!\d)|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|^\d{1,3}\.\d+$/;

/** Seven to fifteen digits (six in groups), neither a date nor a card. */
function isPhoneShape(text: string): boolean {
  const { length } = digitsOf(text);
  return (
    length >= (/\d[ -]\d/.test(text) ? 6 : 7) && length <= 15 && !notPhone.test(text) && !isCardNumber(text)
  );
}

/** What may stand between such a word and the number. */
const gap =
  '(?:[\\s:#.(+\'"=*_-]|\\b(?:me|us|him|her|them|at|on|to|is|my|your|his|number|no|nr|the|phone|mobile|cell|fax|line|via|home|work|office)\\b)';

const phoneLead = new RegExp(
  `(?:${PHONE_WORDS.map(word => word.trim().replace('.', '\\.')).join('|')})(?:s|ing|ed|e|[_-]?(?:number|num|no|nr|home|work|cell|main|office|1|2))?${gap}{0,40}$`,
  'i',
);
const phoneTail = /^[\s-]{0,3}(?:office|fax|mobile|cell|home|work|phone|tel)\b/i;

/** Behind a word that introduces it (on this line or the one before), or before its own label: `781 1704 fax`. */
const isIntroduced = (match: RegExpExecArray, secret: string) =>
  isPhoneShape(secret) &&
  (phoneLead.test(match.input.slice(Math.max(0, match.index - 64), match.index)) ||
    phoneTail.test(match.input.slice(match.index + match[0].length, match.index + match[0].length + 12)));

export const CONTACT_RULES: readonly RedactionRule[] = [
  {
    id: 'mail-address',
    kind: 'mail',
    keywords: [],
    trigger: 'at-sign',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_%+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}(?:xn--[a-z\d-]{2,40}|\p{L}{2,24})(?![\p{L}\p{N}_])/dgu,
    accept: secret =>
      !machineMailbox.test(secret) &&
      !/\.(?:service|target|socket|timer|mount|png|jpe?g|svg|gif|webp|js|ts|so)$/i.test(secret),
    hits: [
      'mail UtaKortig@jourrapide.com now',
      '<jane.doe+x@mail.example.co.uk>',
      'josé@correo.es',
      '"user":"a_b@c.io"',
    ],
    misses: [
      'git@github.com:org/repo.git',
      'user@host',
      'getty@tty1.service',
      '@Override',
      'a@b',
      'logo@2x.png',
    ],
  },
  {
    id: 'phone-international',
    kind: 'phone',
    keywords: [],
    trigger: 'digits',
    pattern:
      /(?<![\w+.:/)=-])\+[1-9]\d{0,2}[ .-]?(?:\(0?\d{0,4}\)[ .-]?)?\d{1,11}(?:[ .-]?\d{2,5}){1,5}(?:[ -]?(?:x|ext\.? ?)\d{1,6})?(?![\w:])/dgi,
    accept: secret => digitsOf(secret).length >= 9 && digitsOf(secret).length <= 15,
    hits: [
      '+46 (0)8 928 571 38',
      '+447700 921 916',
      '+1-984-182-0190',
      '+1-903-140-4508x769',
      'call +49 170 1234567!',
    ],
    misses: ['2015-07-29T17:41:44+10:00', 'offset +120', '1+2345678901', '+1 234'],
  },
  {
    id: 'phone-international-zeros',
    kind: 'phone',
    keywords: [],
    trigger: 'digits',
    pattern:
      /(?<![\w.:+/-])00[1-9]\d{0,2}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,7}){1,5}(?:x\d{1,6})?(?![\w:-]|\.\d)/dg,
    accept: isPhoneShape,
    hits: ['001-518-640-0854', '0049 30 1234 5678'],
    misses: ['001-002', '0010 20', '00:01:02'],
  },
  {
    id: 'phone-north-america',
    kind: 'phone',
    keywords: [],
    trigger: 'digits',
    pattern:
      /(?<![\w.+:/#-]|\d )(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}(?<separator>[ .-]))[1-9]\d{2}(?:\k<separator>|(?<=\)[^)]{0,5})[ .-])\d{4}(?:(?: ?x| ext\.? ?)\d{1,6})?(?![\w:%]|[.-]\d| \d)/dgi,
    hits: ['905-674-3793', '(579)888-3058', '259.735.7502x459', '(898)666-3621x0135', '(602) 272-9781 works'],
    misses: ['1234-567-8901', '905-674-37931', '905 674', 'id 905-6743793', '2015-674-3793'],
  },
  {
    id: 'phone-introduced',
    kind: 'phone',
    keywords: PHONE_WORDS.map(word => word.trim()),
    at: 'word',
    pattern: grouped,
    accept: (secret, match) => isIntroduced(match, secret),
    hits: [
      '"phoneNumber": "0301234567"',
      "They're not answering at 60-56-85-91",
      'Phone: 467 3395',
      'call me on 01.84.17.61.18',
      '451 5986 office',
      'fax 9498777106',
      'Desk: 9498777106',
    ],
    misses: [
      'office hours 2024-01-02',
      'number of rows: 12',
      'call took 1234567 ms',
      'contact since 12.03.2019',
      'dial timeout 30000 ms',
    ],
  },
  {
    id: 'phone-alone',
    kind: 'phone',
    keywords: [],
    trigger: 'digits',
    pattern:
      /^[\s>*?-]{0,8}(?<secret>(?:\+\d{1,3} ?)?(?:\(\d{1,5}\) ?|0)?\d{1,4}(?:[ .-]\d{2,4}){2,4}|\(\d{2,5}\) ?\d{3,4}[ -]\d{3,4}|\d{3,4}[ -]\d{4}|\d{2} \d{6}|0\d{2,4} \d{6,8})(?: ?x\d{1,6})?[\s.]{0,4}$/dgm,
    accept: isPhoneShape,
    hits: [
      '0688 872 49 99',
      '03.93.92.16.85',
      '> 079 2718 1155',
      '0393 1144137',
      '(03) 9514 2207',
      '(81) 4410-5527',
    ],
    misses: ['2003-08-28', '1 2 3', '0.1.2.3', '12.03.2019'],
  },
];
