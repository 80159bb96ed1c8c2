import { isPersonalAccount } from '../names/accounts.ts';
import { findNames } from '../names/findNames.ts';
import { COMMON, GIVEN, knownAs, NOT_NAME } from '../names/lexicon.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { RedactionRule } from '../rule.ts';

/** Field names whose value is an account, and those whose value is a person's name; compared without `_`, `-`, `.` and case. */
const accountKey =
  /(?:^|user|login|enduser|os|db|remote|ssh|client)(?:user|username|userlogin|login|loginname|logname|ruser|userprincipalname|samaccountname|nickname)$/;
const nameKey =
  /(?:firstname|lastname|fullname|givenname|familyname|surname|middlename|maidenname|displayname|realname|personname|customername|patientname|employeename|contactname|cardholder|cardholdername|holdername)$|^(?:git|commit|issue|ticket|incident|pr)?(?:author|authorname|assignee|reporter|reviewer|approver|committer|commander|oncall|acknowledgedby|resolvedby|createdby|updatedby|requestedby)$/;

const bare = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');

/** `firstName`, `first_name`, `first-name`. */
const nameOf = (kind: string) => ['', '_', '-', '.', ' '].map(mark => `${kind}${mark}name`);

/** A given name and no word besides: `@jonas`, but not `@here`. */
const isGivenName = (word: string) => (knownAs(word) & (GIVEN | COMMON | NOT_NAME)) === GIVEN;

export const PERSON_RULES: readonly RedactionRule[] = [
  {
    id: 'person-name',
    kind: 'name',
    keywords: [
      'name is',
      'name:',
      'name?',
      'names:',
      'names are',
      ' me ',
      ' my ',
      "i'm ",
      ' he ',
      ' she ',
      ' his ',
      ' her ',
      ' you ',
      ' we ',
      ' they ',
      ' who ',
      ' lives ',
      'called ',
      ' said',
      'follow up',
      "'s ",
      'mr. ',
      'mrs',
      'ms. ',
      'dr. ',
      'prof',
      'thanks ',
      'dear ',
      'hello ',
      'owner: ',
      'author: ',
      'lead: ',
      'commander: ',
      'from: ',
      'cc: ',
      'assigned to ',
      'reviewed by ',
      'approved by ',
      ', can ',
      ', could ',
      ', please',
    ],
    trigger: 'capitals',
    isContextual: true,
    find: findNames,
    hits: [
      'My name is Halldór Árnþórsson',
      'Follow up with patricia desrosiers in a couple of months.',
      'Dr. Abby M. Laidlaw joined the call',
      'founders: Monjeau, Graves and Reed.',
      '2024-05-01T10:00:00Z INFO handed to Patricia Desrosiers for review',
    ],
    misses: [
      'INFO BlockManager: Server Error, Connection Closed',
      'Restarted Kafka in Frankfurt on Tuesday',
      'Jan 12 10:00:00 host Kerberos Authentication Failed',
      'Name: web-frontend',
    ],
  },
  {
    id: 'person-name-beyond-ascii',
    kind: 'name',
    keywords: [],
    trigger: 'non-ascii',
    isContextual: true,
    find: findNames,
    hits: ['I spoke to Юхимія Ломова about it', 'My name is 菜々子 宮沢', 'Élodie said no'],
    misses: ['disk at 90 % → warning', 'Verbindung zurückgesetzt', '接続がリセットされました'],
  },
  {
    id: 'account-named',
    kind: 'user',
    keywords: ['user', 'login', 'logname', 'samaccount', 'nickname'],
    at: 'assigned',
    pattern: /^[\p{L}_][\p{L}\p{N}._+-]{1,63}$/u,
    accept: (account, _match, name) =>
      accountKey.test(bare(name)) && isPersonalAccount(account) && !isPlaceholder(account),
    hits: ['user=pdesrosiers', '"username": "halldor.arn"', 'ruser=hxu rhost=x'],
    misses: [
      'user=root',
      'user=www-data',
      'user_agent=curl',
      'user=svc-payments',
      'username: null',
      'curl -u username:password',
      'user_id=4711',
    ],
  },
  {
    id: 'name-named',
    kind: 'name',
    keywords: [
      ...[
        'first',
        'last',
        'full',
        'given',
        'family',
        'middle',
        'maiden',
        'display',
        'real',
        'person',
      ].flatMap(nameOf),
      ...['customer', 'patient', 'employee', 'contact', 'holder'].flatMap(nameOf),
      'surname',
      'cardholder',
      'card_holder',
      'author',
      'assignee',
      'reporter',
      'reviewer',
      'approver',
      'committer',
      'commander',
      'oncall',
      'on_call',
      'edby',
      'ed_by',
      'ed-by',
    ],
    at: 'assigned',
    pattern: /^(?:\p{L}[\p{L}\p{M}'’.-]{0,30})(?: \p{L}[\p{L}\p{M}'’.-]{0,30}){0,4}$/u,
    accept: (person, _match, name) => nameKey.test(bare(name)) && isPersonalAccount(person),
    hits: ['"firstName": "Szabina"', 'full_name="Brosca Erdős"', '"assignee":"tosh.olsen"'],
    misses: [
      'filename=report',
      '"hostname": "web"',
      '"service_name": "cart"',
      'created_by=system',
      '"name":"Checkout"',
    ],
  },
  {
    id: 'mention',
    kind: 'user',
    keywords: [],
    trigger: 'at-sign',
    pattern: /(?<![\w@./:+-])@(?<secret>[a-z][a-z\d]{1,20}(?:[._-][a-z\d]{1,20}){0,2})(?![\w@/(-]|\.\w)/dg,
    accept: handle => isGivenName(handle.split(/[._-]/)[0] ?? ''),
    hits: ['cc @jonas can you look?', 'thanks @jonas.lund'],
    misses: [
      'look @here the site is down',
      'cc @sre-oncall',
      'import @types/node',
      '@media screen',
      'user@host',
    ],
  },
  {
    id: 'account-in-login',
    kind: 'user',
    keywords: ['user ', 'password for', 'publickey for', 'logged in', 'login:', 'sudo:', 'su:'],
    pattern:
      /(?:\b(?:invalid|illegal|unknown) user |(?:password|publickey|pam|mic) for (?:(?:invalid|illegal) user )?|(?:opened|closed) for user |logged in as |\blogin: |\bsudo: {1,4})(?<secret>[A-Za-z_][\w.-]{1,31})(?= from| by|\(| :|[;,)]|\s*$)/dgi,
    accept: isPersonalAccount,
    hits: [
      'Accepted password for hxu from 10.0.0.1',
      'session opened for user cyrus by (uid=0)',
      'Invalid user magnus from 1.2.3.9',
    ],
    misses: [
      'session opened for user root by (uid=0)',
      'Failed password for invalid user admin from x',
      'for user of the api',
    ],
  },
  {
    id: 'home-folder',
    kind: 'user',
    keywords: ['/home/', '/users/', '\\users\\', '\\users\\\\', 'documents and settings'],
    pattern:
      /(?:(?:(?<![\w.])|(?<=\d{6}))\/(?:(?:export\/)?home|Users)\/|\b[A-Za-z]:[\\/]{1,4}(?:Users|Documents and Settings)[\\/]{1,4})(?<secret>[\p{L}_][\p{L}\p{N}._-]{1,31})(?=[\\/\s"':;,)\]]|$)/dgu,
    accept: isPersonalAccount,
    hits: [
      '/home/tosh/app.log',
      'C:\\Users\\Siiri\\Desktop',
      'file:///Users/magnus.ruud/x.js',
      '"C:\\\\Users\\\\Siiri\\\\x"',
    ],
    misses: ['/home/ubuntu/app', '/home', 'GET api/home/index', 'C:\\Users\\Public\\x', '/home/runner/work'],
  },
];
