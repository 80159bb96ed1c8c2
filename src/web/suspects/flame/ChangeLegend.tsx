import { t } from '../../messages/index.ts';
import { CHANGE_LOOKS, groundOf } from '../changeLooks.ts';

const SHOWN = [
  ['longer', 1.5],
  ['same', 1],
  ['shorter', 0.7],
  ['new', 1],
  ['gone', 1],
] as const;

/** What colours and signs mean. */
export function ChangeLegend() {
  return (
    <ul aria-label={t.traces.flame.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {SHOWN.map(([change, factor]) => (
        <li key={change} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="flex size-4 items-center justify-center rounded-sm border border-line text-[10px] text-text"
            style={{ background: groundOf(change, factor) }}
          >
            {CHANGE_LOOKS[change].sign}
          </span>
          {t.traces.change[change]}
        </li>
      ))}
    </ul>
  );
}
