import type { z } from 'zod';
import type { moment } from '../../../contract/moments.ts';
import type { TimeView } from '../../../core/chart/timeView.ts';
import { type MomentFamily, momentKind } from '../../../core/document/momentKinds.ts';
import { parseInstant } from '../../../core/instant.ts';
import type { Micros } from '../../../core/record.ts';

export type Moment = z.infer<typeof moment>;

/** A moment as the timeline draws it. */
export interface Flag {
  at: Micros;
  until: Micros | null;
  uncertaintyUs: Micros | null;
  family: MomentFamily;
  title: string;
  /** 0 to 1, how much it matters; what people added matters most. */
  weight: number;
  state: Moment['state'];
  moment: Moment;
}

/** A stretch of the incident's course. */
export interface PhaseBand extends TimeView {
  name: string;
}

/** Which moments are shown. */
export type MomentsShown = 'kept' | 'notable' | 'all';

/** The moments to show, in time. */
export function flagsOf(moments: readonly Moment[], shown: MomentsShown): Flag[] {
  return moments
    .filter(({ state, proposal }) => {
      if (state === 'kept' || shown === 'all') return true;
      return shown === 'notable' && state === 'proposed' && (proposal?.isNotable ?? true);
    })
    .map(moment => ({
      at: parseInstant(moment.at),
      until: moment.until === null ? null : parseInstant(moment.until),
      uncertaintyUs: moment.uncertaintyUs,
      family: momentKind(moment.kind).family,
      title: moment.title,
      weight: (moment.proposal?.weight ?? 1) + (moment.state === 'kept' ? 1 : 0),
      state: moment.state,
      moment,
    }))
    .sort((one, other) => one.at - other.at);
}
