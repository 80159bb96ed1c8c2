import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Time } from '../ui/Time.tsx';
import type { ActionDetail } from './action.ts';
import { STATE_TONE } from './tones.ts';

/** The steps that an action has taken, with who took them and why; the last first. */
export function ActionCourse({ moves }: { moves: ActionDetail['moves'] }) {
  return (
    <section aria-label={t.actions.course}>
      <h3 className="mb-2 font-semibold">{t.actions.course}</h3>
      {moves.length === 0 && <p className="text-muted">{t.actions.courseEmpty}</p>}
      <ol className="flex flex-col gap-2.5">
        {moves.toReversed().map(({ id, to, by, at, note }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <Badge tone={STATE_TONE[to]}>{t.actions.state[to]}</Badge>
              {by && <span dir="auto">{by.name}</span>}
              <Time at={at} />
            </p>
            {note && (
              <p dir="auto" className="mt-0.5 whitespace-pre-wrap">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
