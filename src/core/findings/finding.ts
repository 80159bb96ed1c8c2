/** What a postmortem states about an incident, and how well it is supported. */
import type { Remark } from '../remark.ts';
import type { Term } from '../taxonomy/term.ts';

export const FINDING_KIND_IDS = ['cause', 'contributing-factor', 'effect', 'went-well', 'lucky'] as const;
export type FindingKind = (typeof FINDING_KIND_IDS)[number];

export const FINDING_KINDS = [
  { id: 'cause', name: 'Cause', description: 'Without it the incident would not have happened.' },
  {
    id: 'contributing-factor',
    name: 'Contributing factor',
    description: 'It made the incident likelier, longer or worse, without starting it.',
  },
  { id: 'effect', name: 'Effect', description: 'What followed for customers, data, objectives or people.' },
  { id: 'went-well', name: 'Went well', description: 'What kept it smaller or shorter, and should stay.' },
  { id: 'lucky', name: 'Lucky', description: 'What happened to help, and cannot be relied on next time.' },
] as const satisfies readonly Term<FindingKind>[];

export const SUPPORT_IDS = ['cited', 'inferred', 'disputed', 'unknown'] as const;
export type Support = (typeof SUPPORT_IDS)[number];

export const SUPPORTS = [
  { id: 'cited', name: 'Cited', description: 'Evidence shows it; the finding names which.' },
  { id: 'inferred', name: 'Inferred', description: 'It follows from what is known; the note says how.' },
  {
    id: 'disputed',
    name: 'Disputed',
    description: 'Accounts or evidence disagree; the note says who holds what.',
  },
  { id: 'unknown', name: 'Unknown', description: 'Nobody has looked for its support yet.' },
] as const satisfies readonly Term<Support>[];

/** How sure those who wrote it are. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface SupportedFinding {
  support: Support;
  confidence: Confidence | null;
  /** How many pieces of evidence it names. */
  cites: number;
  /** Says how it was inferred, or who disputes it. */
  note: string;
}

/** What reviewers must see of a finding's support: an error contradicts itself, a warning leaves it unsupported. */
export function checkSupport({ support, confidence, cites, note }: SupportedFinding): Remark[] {
  const hasNote = note.trim() !== '';
  if (support === 'cited' && cites === 0)
    return [
      remark(
        'error',
        'cited-without-evidence',
        'Cites no evidence. Name a citation, a moment or a record, or mark it as inferred.',
      ),
    ];
  if (support === 'unknown' && confidence === 'high')
    return [
      remark('warning', 'sure-without-support', 'High confidence without any support. Say what it rests on.'),
    ];
  if (support === 'unknown')
    return [
      remark('warning', 'unsupported', 'Nothing supports it yet. Find evidence, or say how it was inferred.'),
    ];
  if (support === 'inferred' && cites === 0 && !hasNote)
    return [
      remark(
        'warning',
        'inferred-from-nothing',
        'Says neither evidence nor reasoning. Write in the note what it follows from.',
      ),
    ];
  if (support === 'disputed' && !hasNote)
    return [
      remark(
        'warning',
        'dispute-unexplained',
        'Says that it is disputed, not by whom. Write in the note who holds what, and why.',
      ),
    ];
  return [];
}

const remark = (level: Remark['level'], code: string, text: string): Remark => ({
  level,
  code,
  on: 'support',
  text,
});
