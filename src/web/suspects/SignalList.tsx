import { Activity, Bell, FileText, GitCommitHorizontal, Waypoints } from 'lucide-react';
import { t } from '../messages/index.ts';
import type { Signal } from './suspect.ts';

const ICONS = {
  metric: Activity,
  log: FileText,
  trace: Waypoints,
  change: GitCommitHorizontal,
  alert: Bell,
} as const;

interface SignalListProps {
  signals: readonly Signal[];
  onCite(id: string): void;
}

/** What speaks for a suspect, the strongest first, each with its evidence. */
export function SignalList({ signals, onCite }: SignalListProps) {
  return (
    <ul aria-label={t.suspects.signals} className="flex flex-col gap-2">
      {signals.map(({ from, text, score, cites }) => {
        const Icon = ICONS[from];
        return (
          <li key={from + text} className="flex items-start gap-2.5">
            <Icon size={15} aria-label={t.suspects.from[from]} className="mt-0.5 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {text}{' '}
              {cites.map(id => (
                <button
                  key={id}
                  type="button"
                  aria-label={t.suspects.showEvidence(id)}
                  className="min-h-5 rounded-sm bg-accent-soft px-1.5 font-mono text-xs text-accent"
                  onClick={() => onCite(id)}
                >
                  {id}
                </button>
              ))}
            </span>
            <span className="tabular w-10 shrink-0 text-right text-sm text-muted" title={t.suspects.weight}>
              {score.toFixed(2)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
