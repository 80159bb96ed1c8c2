import { useCallback, useMemo } from 'react';
import { lowerBound } from '../../core/chart/lowerBound.ts';
import { parseInstant } from '../../core/instant.ts';
import type { TimelineModel } from './model/timelineModel.ts';
import type { Moment } from './model/timelineNotes.ts';
import type { Chosen } from './stage.ts';
import type { ChangeAddress } from './useAddress.ts';

/** What is chosen, as it stands in the address: `moment:` and its id, or `record:` and its number. */
export function useChosen(
  { columns }: TimelineModel,
  moments: readonly Moment[],
  text: string | undefined,
  change: ChangeAddress,
) {
  const [kind, name = ''] = text?.split(':') ?? [];
  const chosenMoment = kind === 'moment' ? moments.find(({ id }) => id === name) : undefined;

  const chosen = useMemo((): Chosen | undefined => {
    if (chosenMoment) return { kind: 'moment', at: parseInstant(chosenMoment.at), id: chosenMoment.id };
    if (kind !== 'record') return undefined;
    const place = lowerBound(columns.number, Number(name));
    return columns.number[place] === Number(name)
      ? { kind: 'event', at: columns.at[place]!, place }
      : undefined;
  }, [kind, name, chosenMoment, columns]);

  const choose = useCallback(
    (next: Chosen | undefined): void => {
      if (!next) return change({ chosen: undefined });
      if (next.kind === 'moment') return change({ chosen: `moment:${next.id}`, table: 'moments' });
      change({ chosen: `record:${columns.number[next.place]}`, table: 'events' });
    },
    [change, columns],
  );

  return {
    chosen,
    chosenMoment,
    choose,
    /** Chooses the record with this number, and answers with its time. */
    chooseRecord(number: number): number {
      change({ chosen: `record:${number}`, table: 'events' });
      return columns.at[lowerBound(columns.number, number)] ?? 0;
    },
  };
}
