import type { MomentRow, MomentState } from './store.ts';

/** What the evidence says, as the row keeps it. */
interface KeptProposal {
  at: string;
  until: string | null;
  kind: string;
  title: string;
  reason: string;
  weight: number;
  confidence: number | null;
  isNotable: boolean;
  cites: string[];
}

/** A moment as the contract shows it. */
export const toMoment = ({
  creator,
  isSettled,
  proposal,
  evidenceVersion,
  momentsVersion,
  ...row
}: MomentRow) => ({
  ...row,
  state: row.state as MomentState,
  isEdited: isSettled,
  createdBy: creator,
  proposal:
    proposal === null || evidenceVersion === null
      ? null
      : {
          ...(proposal as KeptProposal),
          evidenceVersion,
          isOutdated: evidenceVersion < momentsVersion,
        },
});
