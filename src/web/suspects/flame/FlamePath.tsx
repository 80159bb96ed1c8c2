import { ChevronRight } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { type Frame, nameOf } from './layoutFlame.ts';

interface FlamePathProps {
  /** The first caller first; empty where everything is shown. */
  path: readonly Frame[];
  onZoom(place: number | undefined): void;
}

/** Where one is in the graph, each step leading back. */
export function FlamePath({ path, onZoom }: FlamePathProps) {
  return (
    <nav aria-label={t.traces.flame.path} className="min-h-7">
      <ol className="flex flex-wrap items-center gap-y-1 text-sm">
        {[undefined, ...path].map((frame, step) => {
          const isHere = step === path.length;
          return (
            <li key={frame?.place ?? 'all'} className="flex min-w-0 items-center">
              {step > 0 && <ChevronRight size={14} aria-hidden className="shrink-0 text-muted" />}
              <button
                type="button"
                aria-current={isHere ? 'location' : undefined}
                className="min-h-6 max-w-60 truncate rounded px-1.5 text-muted hover:bg-sunken aria-[current]:font-medium aria-[current]:text-text"
                onClick={() => onZoom(frame?.place)}
              >
                <bdi>{frame ? nameOf(frame) : t.traces.flame.all}</bdi>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
