import type { z } from 'zod';
import type { action as schema } from '../../contract/actions.ts';
import type { ActionState, ActionTransition } from '../../core/lifecycle/action.ts';
import type { api } from '../api.ts';

/** Shapes of the server's answers. */
export type Action = z.infer<typeof schema>;
export type ActionDetail = Awaited<ReturnType<typeof api.actions.get.call>>;
export type Proposal = Awaited<ReturnType<typeof api.actions.proposals.call>>['items'][number];

/** The input of the list's operation. */
export type ListInput = Parameters<typeof api.actions.list.call>[0];

/** By what an action gets into a state. */
export const TRANSITION_TO: Readonly<Record<ActionState, ActionTransition>> = {
  open: 'reopen',
  'in-progress': 'start',
  done: 'finish',
  verified: 'verify',
  cancelled: 'cancel',
};

/** Where each transition leads. */
export const LEADS_TO: Readonly<Record<ActionTransition, ActionState>> = {
  reopen: 'open',
  start: 'in-progress',
  finish: 'done',
  verify: 'verified',
  cancel: 'cancelled',
};
