import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Time } from '../ui/Time.tsx';
import type { Postmortem } from './postmortem.ts';
import { STATE_TONE } from './tones.ts';

/** The steps that a postmortem has taken, with who took them and why; the last first. */
export function PostmortemCourse({ moves }: Pick<Postmortem, 'moves'>) {
  return (
    <section aria-labelledby="course">
      <h3 id="course" className="mb-2 font-semibold">
        {t.postmortems.course}
      </h3>
      {moves.length === 0 && <p className="text-muted">{t.postmortems.courseEmpty}</p>}
      <ol className="flex flex-col gap-2.5">
        {moves.toReversed().map(({ id, to, by, at, reason }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <Badge tone={STATE_TONE[to]}>{t.postmortems.state[to]}</Badge>
              {by && <span dir="auto">{by.name}</span>}
              <Time at={at} />
            </p>
            {reason && (
              <p dir="auto" className="mt-0.5 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
