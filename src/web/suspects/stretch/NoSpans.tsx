import { Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ChosenStretch } from './useStretch.ts';

interface NoSpansProps {
  incidentId: string;
  stretch: ChosenStretch;
}

/** Nothing fits: look at more of the evidence, or add some. */
export function NoSpans({ incidentId, stretch: { kind, change } }: NoSpansProps) {
  return (
    <EmptyState
      icon={<Waypoints size={28} />}
      title={t.suspects.noSpans}
      text={t.suspects.noSpansText}
      action={
        <span className="flex flex-wrap items-center justify-center gap-4">
          {kind !== 'all' && (
            <Button onClick={() => change({ all: true, from: undefined, to: undefined })}>
              {t.traces.lookAtAll}
            </Button>
          )}
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incidentId }}
            className="text-accent underline underline-offset-2"
          >
            {t.suspects.addEvidence}
          </Link>
        </span>
      }
    />
  );
}
