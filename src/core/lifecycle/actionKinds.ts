import type { ProposedAction } from '../document/bundle.ts';
import type { Term } from '../taxonomy/term.ts';

export type ActionKind = ProposedAction['kind'];

/** What an action does against the next incident, nearest to its cause first. */
export const ACTION_KINDS = [
  { id: 'prevent', name: 'Prevent', description: 'It cannot happen again, or not in this way.' },
  { id: 'detect', name: 'Detect', description: 'It is noticed sooner, and by us before by customers.' },
  { id: 'mitigate', name: 'Mitigate', description: 'It hurts less, or heals by itself.' },
  { id: 'respond', name: 'Respond', description: 'People are quicker to understand and undo it.' },
  {
    id: 'learn',
    name: 'Learn',
    description: 'Something that is not known will be: a test, a review, a drill.',
  },
] as const satisfies readonly Term<ActionKind>[];
