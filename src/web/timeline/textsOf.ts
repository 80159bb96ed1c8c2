import { durationText } from '../../core/chart/durationText.ts';
import { fullInstantText } from '../../core/chart/instantText.ts';
import type { ZoneClock } from '../../core/chart/zoneClock.ts';
import { momentKind } from '../../core/document/momentKinds.ts';
import { LEVELS, RECORD_KINDS } from '../../core/document/schema/words.ts';
import { t } from '../messages/index.ts';
import type { TimelineModel } from './model/timelineModel.ts';
import type { Moment } from './model/timelineNotes.ts';
import { doubtOf, unsettledWith } from './model/unsettled.ts';
import type { Target } from './stage.ts';

/** What a target says: when, what, and the rest. */
export interface TargetTexts {
  when: string;
  what: string;
  more: string;
}

interface Known {
  model: TimelineModel;
  texts: ReadonlyMap<number, string>;
  clock: ZoneClock;
}

/** The words for what the pointer is over. */
export function textsOf(target: Target, known: Known): TargetTexts {
  const { clock } = known;
  switch (target.kind) {
    case 'flag': {
      const { moment, at } = target.flag;
      return {
        when: [fullInstantText(at, 'us', clock), momentDoubtText(moment)].filter(Boolean).join(', '),
        what: moment.title,
        more: [momentKind(moment.kind).label, t.timeline.states[moment.state], moment.service]
          .filter(Boolean)
          .join(' · '),
      };
    }
    case 'event':
      return eventTexts(target.place, known);
    case 'bar':
      return {
        when: `${fullInstantText(target.from, 'ms', clock)}, ${durationText(target.to - target.from)}`,
        what: t.timeline.tip.events(target.events, target.errors),
        more: target.title,
      };
    case 'sample': {
      const { title, service, unit } = target.series;
      return {
        when: fullInstantText(target.at, 's', clock),
        what: `${Number(target.value.toPrecision(4)).toLocaleString('en')} ${unit}`.trim(),
        more: `${title} · ${service}`,
      };
    }
    case 'gap':
      return { when: '', what: target.text, more: '' };
  }
}

function eventTexts(place: number, { model, texts, clock }: Known): TargetTexts {
  const { columns } = model;
  const lane = columns.lanes[columns.lane[place]!]!;
  const number = columns.number[place]!;
  const duration = columns.durationUs[place]!;
  const doubt = columns.uncertainties[columns.doubt[place]!] ?? null;
  const open = doubtOf(columns, place) > 0 ? unsettledWith(columns, place).length : 0;
  return {
    when: `${fullInstantText(columns.at[place]!, 'us', clock)}, ${doubtText(doubt)}`,
    what: texts.get(number) ?? t.timeline.tip.record(number),
    more: [
      LEVELS[columns.level[place]!] || RECORD_KINDS[columns.kind[place]!],
      lane.service,
      lane.source,
      duration > 0 && t.timeline.tip.took(durationText(duration)),
      open > 0 && t.timeline.tip.unsettled(open),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** `± 2 ms`, or that nothing is known. */
export const doubtText = (uncertaintyUs: number | null): string =>
  uncertaintyUs === null ? t.timeline.tip.noDoubt : t.timeline.tip.doubt(durationText(uncertaintyUs));

/** The same of a moment; nothing where a person noted it, because no clock stood behind it. */
export const momentDoubtText = ({
  uncertaintyUs,
  source,
}: Pick<Moment, 'uncertaintyUs' | 'source'>): string =>
  uncertaintyUs === null && source === '' ? '' : doubtText(uncertaintyUs);
