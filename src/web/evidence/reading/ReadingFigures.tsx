import { Link } from '@tanstack/react-router';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Time } from '../../ui/Time.tsx';
import type { Reading } from '../evidence.ts';

interface ReadingFiguresProps {
  incidentId: string;
  reading: Reading;
  isNewest: boolean;
}

/** Where each figure of a reading was made from. */
const VIEWS = {
  files: 'coverage',
  records: 'logs',
  gaps: 'gaps',
  replacements: 'redactions',
} as const;

/** Figures stand apart by a dot, which goes with the one before it: a line never begins with one. */
const FIGURE = "whitespace-nowrap not-last:after:ml-1.5 not-last:after:content-['·']";

/** What came of a reading in numbers, each leading to what it counts. */
export function ReadingFigures({ incidentId, reading, isNewest }: ReadingFiguresProps) {
  const { figures, endedAt, version } = reading;
  if (!figures) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1 text-muted">
      <span>{isNewest ? t.evidence.readOf(version) : t.evidence.readBefore(version)}</span>
      {endedAt && (
        <span className={FIGURE}>
          <Time at={endedAt} as="ago" />
        </span>
      )}
      {Object.entries(VIEWS).map(([figure, view]) => (
        <span key={figure} className={FIGURE}>
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            search={{ view, ...(view === 'logs' && { kind: 'all' }) }}
            className="hover:text-accent hover:underline"
          >
            <span className="tabular font-medium text-text">
              {countText(figures[figure as keyof typeof VIEWS])}
            </span>{' '}
            {t.evidence.figure[figure as keyof typeof VIEWS](figures[figure as keyof typeof VIEWS])}
          </Link>
        </span>
      ))}
      <span className={FIGURE}>
        <Link
          to="/incidents/$id/timeline"
          params={{ id: incidentId }}
          className="hover:text-accent hover:underline"
        >
          <span className="tabular font-medium text-text">{countText(figures.moments)}</span>{' '}
          {t.evidence.figure.moments(figures.moments)}
        </Link>
      </span>
    </p>
  );
}
