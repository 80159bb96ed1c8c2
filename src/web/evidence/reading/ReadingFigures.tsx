import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
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

/** What came of a reading in numbers, each leading to what it counts. */
export function ReadingFigures({ incidentId, reading, isNewest }: ReadingFiguresProps) {
  const { figures, endedAt, version } = reading;
  if (!figures) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1 text-muted">
      <span>{isNewest ? t.evidence.readOf(version) : t.evidence.readBefore(version)}</span>
      {endedAt && <Time at={endedAt} as="ago" />}
      {Object.entries(VIEWS).map(([figure, view]) => (
        <Fragment key={figure}>
          <span aria-hidden>·</span>
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
        </Fragment>
      ))}
      <span aria-hidden>·</span>
      <Link
        to="/incidents/$id/timeline"
        params={{ id: incidentId }}
        className="hover:text-accent hover:underline"
      >
        <span className="tabular font-medium text-text">{countText(figures.moments)}</span>{' '}
        {t.evidence.figure.moments(figures.moments)}
      </Link>
    </p>
  );
}
