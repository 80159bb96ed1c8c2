import { t } from '../../messages/index.ts';

/** Says that not all traces were looked at, where that is so. */
export function SampledNote({ everyNth }: { everyNth: number }) {
  if (everyNth <= 1) return null;
  return (
    <p role="note" className="mb-3 text-sm text-warn">
      {t.traces.sampled(everyNth)}
    </p>
  );
}
