import { findNames } from '../names/findNames.ts';
import type { RedactionRule } from '../rule.ts';

export const PERSON_RULES: readonly RedactionRule[] = [
  {
    id: 'person-name',
    kind: 'name',
    keywords: [
      'name is',
      'name was',
      'names are',
      'name:',
      'name":',
      'named ',
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
    ],
    trigger: 'capitals',
    find: findNames,
    hits: ['My name is Halldór Árnþórsson', 'Dr. Key called'],
    misses: ['INFO BlockManager: Server Error'],
  },
];
