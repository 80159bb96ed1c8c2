/** How an action is proved. Each way is a row; the fields are what a form asks for and what a check needs. */
import type { Remark } from '../remark.ts';
import type { Term } from '../taxonomy/term.ts';

export const VERIFICATION_KINDS = ['promql', 'ci', 'game-day', 'canary', 'sign-off'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

export interface VerificationField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** `code` is one line or more in a query language; `days` and `hours` are whole numbers. */
  readonly type: 'text' | 'code' | 'days' | 'hours';
  readonly isRequired: boolean;
}

export interface VerificationWay extends Term<VerificationKind> {
  /** Whether a machine runs it; a person signs the others. */
  readonly isAutomatic: boolean;
  readonly fields: readonly VerificationField[];
}

/** A plan: the way, and a value for each of its fields by id. */
export interface VerificationPlan {
  readonly kind: VerificationKind;
  readonly fields: Readonly<Record<string, string | number>>;
}

export const VERIFICATION_WAYS: Readonly<Record<VerificationKind, VerificationWay>> = {
  promql: {
    id: 'promql',
    name: 'A query that holds',
    description: 'A PromQL condition that must be true without a break for some days.',
    isAutomatic: true,
    fields: [
      {
        id: 'query',
        label: 'Condition',
        help: 'PromQL that is true when all is well, with its comparison, for example a rate below its limit.',
        type: 'code',
        isRequired: true,
      },
      {
        id: 'days',
        label: 'Days',
        help: 'For how many days it must hold. The clock starts again when it breaks.',
        type: 'days',
        isRequired: true,
      },
      {
        id: 'source',
        label: 'Metrics source',
        help: 'Which Prometheus answers, where there is more than one.',
        type: 'text',
        isRequired: false,
      },
    ],
  },
  ci: {
    id: 'ci',
    name: 'A test that runs',
    description:
      'A test or workflow in continuous integration that fails without the change and passes with it.',
    isAutomatic: true,
    fields: [
      {
        id: 'repository',
        label: 'Repository',
        help: 'Owner and name, or its address.',
        type: 'text',
        isRequired: true,
      },
      {
        id: 'test',
        label: 'Test or workflow',
        help: 'The name under which its result is reported.',
        type: 'text',
        isRequired: true,
      },
      {
        id: 'branch',
        label: 'Branch',
        help: 'Where it must pass; the default branch if empty.',
        type: 'text',
        isRequired: false,
      },
    ],
  },
  'game-day': {
    id: 'game-day',
    name: 'A game day or chaos run',
    description: 'The failure is caused on purpose, and the system or the team handles it.',
    isAutomatic: false,
    fields: [
      {
        id: 'scenario',
        label: 'What is broken',
        help: 'Which failure, where, for how long.',
        type: 'text',
        isRequired: true,
      },
      {
        id: 'expected',
        label: 'What must happen',
        help: 'The observation that counts as passed, with its limit.',
        type: 'text',
        isRequired: true,
      },
    ],
  },
  canary: {
    id: 'canary',
    name: 'A canary',
    description: 'The change runs for a small part of the traffic and does no worse than the rest.',
    isAutomatic: true,
    fields: [
      { id: 'service', label: 'Service', help: 'What is rolled out.', type: 'text', isRequired: true },
      {
        id: 'condition',
        label: 'Condition',
        help: 'What the canary must keep to, compared with the rest.',
        type: 'code',
        isRequired: true,
      },
      { id: 'hours', label: 'Hours', help: 'How long it must run.', type: 'hours', isRequired: true },
    ],
  },
  'sign-off': {
    id: 'sign-off',
    name: 'A sign-off with evidence',
    description: 'Someone other than the owner looks at the evidence and signs.',
    isAutomatic: false,
    fields: [
      {
        id: 'evidence',
        label: 'Evidence',
        help: 'What will be looked at: a document, a drill’s record, a screenshot, a measurement.',
        type: 'text',
        isRequired: true,
      },
      {
        id: 'reviewer',
        label: 'Reviewer',
        help: 'Who signs; not the owner of the action.',
        type: 'text',
        isRequired: false,
      },
    ],
  },
};

const LONGEST: Readonly<Record<VerificationField['type'], number>> = {
  text: 2000,
  code: 10_000,
  days: 365,
  hours: 720,
};

/** What must be refused of a plan, field by field: `on` is the field's id. */
export function checkVerification({ kind, fields }: VerificationPlan): Remark[] {
  const way = VERIFICATION_WAYS[kind];
  const known = new Set(way.fields.map(({ id }) => id));
  const strange = Object.keys(fields).filter(id => !known.has(id));
  return [
    ...way.fields.flatMap(field => checkField(field, fields[field.id])),
    ...strange.map(id =>
      problem(
        id,
        'field-unknown',
        `“${id}” is not a part of ${way.name.toLowerCase()}. Leave it out; its parts are ${[...known].join(', ')}.`,
      ),
    ),
  ];
}

function checkField(
  { id, label, help, type, isRequired }: VerificationField,
  value: string | number | undefined,
): Remark[] {
  const isEmpty = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isEmpty) return isRequired ? [problem(id, 'field-missing', `“${label}” is missing. ${help}`)] : [];
  const most = LONGEST[type];
  if (type === 'days' || type === 'hours') {
    const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
    return isWhole
      ? []
      : [problem(id, 'field-number', `“${label}” must be a whole number from 1 to ${most}.`)];
  }
  if (typeof value !== 'string') return [problem(id, 'field-text', `“${label}” must be text. ${help}`)];
  return value.length <= most
    ? []
    : [problem(id, 'field-long', `“${label}” is longer than ${most} characters. Shorten it.`)];
}

const problem = (on: string, code: string, text: string): Remark => ({ level: 'error', code, on, text });
