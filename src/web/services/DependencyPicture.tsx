import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { lineThrough } from '../ui/lineThrough.ts';
import type { Service } from './service.ts';

type Named = Service['dependsOn'][number];

/** Height of a row, in pixels. */
const ROW = 32;
const WIDTH = 40;

/** What stops when this stops, and what this stops with: its neighbours in the catalogue. */
export function DependencyPicture({ service }: { service: Service }) {
  const { data } = useQuery(
    api.services.list.queryOptions({ input: { dependsOnId: service.id, limit: 200 } }),
  );
  const needing = data?.items ?? [];
  const rows = Math.max(needing.length, service.dependsOn.length, 1);
  if (!data || (needing.length === 0 && service.dependsOn.length === 0)) return null;
  return (
    <section aria-label={t.services.picture}>
      <div className="flex justify-between text-sm text-muted">
        <h3>{t.services.neededBy}</h3>
        <h3>{t.services.dependsOn}</h3>
      </div>
      <div className="mt-1 flex items-center">
        <Neighbours services={needing} />
        <Lines from={needing.length} to={1} rows={rows} />
        <span
          dir="auto"
          className="max-w-40 truncate rounded border border-accent bg-accent-soft px-2.5 py-1 text-sm font-medium text-accent"
        >
          {service.name}
        </span>
        <Lines from={1} to={service.dependsOn.length} rows={rows} />
        <Neighbours services={service.dependsOn} />
      </div>
      {data.nextCursor && (
        <p className="mt-1 text-sm text-muted">{t.services.neededByMore(needing.length)}</p>
      )}
    </section>
  );
}

function Neighbours({ services }: { services: readonly Named[] }) {
  if (services.length === 0) return <p className="flex-1 text-sm text-muted">{t.common.none}</p>;
  return (
    <ul className="min-w-0 flex-1">
      {services.map(({ id, name }) => (
        <li key={id} className="flex items-center" style={{ height: ROW }}>
          <Link
            to="/services"
            search={{ open: id }}
            dir="auto"
            className="w-full truncate rounded border border-line bg-panel px-2 py-0.5 text-sm hover:border-accent hover:text-accent"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Lines from each of so many on the left to each of so many on the right. */
function Lines({ from, to, rows }: { from: number; to: number; rows: number }) {
  const height = rows * ROW;
  const heights = (count: number): number[] =>
    Array.from({ length: count }, (_, index) => height / 2 + (index - (count - 1) / 2) * ROW);
  return (
    <svg width={WIDTH} height={height} aria-hidden="true" className="shrink-0">
      {heights(from).flatMap(y =>
        heights(to).map(end => (
          <path
            key={`${y} ${end}`}
            d={lineThrough([
              { x: 0, y },
              { x: WIDTH, y: end },
            ])}
            className="fill-none stroke-faint"
          />
        )),
      )}
    </svg>
  );
}
