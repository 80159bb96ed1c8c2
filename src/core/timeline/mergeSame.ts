import type { ProposedMoment } from './moment.ts';

/** Proposals about the same thing become one: same key, or resting on the same first record. The heavier one stays. */
export function mergeSame(moments: readonly ProposedMoment[]): ProposedMoment[] {
  const byKey = new Map<string, ProposedMoment>();
  const byRow = new Map<number, ProposedMoment>();
  for (const moment of [...moments].sort((a, b) => b.weight - a.weight)) {
    const row = moment.grounds[0]?.rows[0];
    const isRecord =
      row !== undefined &&
      moment.uncertaintyUs !== null &&
      moment.grounds.every(ground => ground.rows.length > 0);
    const twin =
      byKey.get(moment.key) ?? (isRecord || moment.uncertaintyUs === null ? byRow.get(row ?? -1) : undefined);
    if (
      twin !== undefined &&
      twin.kind !== 'silence' &&
      moment.kind !== 'silence' &&
      moment.kind !== 'last-of-kind'
    )
      continue;
    byKey.set(moment.key, moment);
    if (row !== undefined) byRow.set(row, moment);
  }
  return [...byKey.values()];
}
