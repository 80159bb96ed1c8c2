import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';

/** The services that a team answers for. */
export function TeamServices({ teamId }: { teamId: string }) {
  const services = useQuery(api.services.list.queryOptions({ input: { ownerTeamId: teamId, limit: 200 } }));
  return (
    <section aria-label={t.teams.services}>
      <h3 className="mb-1.5 text-sm font-medium">{t.teams.services}</h3>
      {services.data?.items.length === 0 && <p className="text-muted">{t.teams.noServices}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {services.data?.items.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/services"
              search={{ open: id }}
              className="inline-flex min-h-6 items-center rounded-full border border-line px-2.5 text-sm hover:border-accent hover:text-accent"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {services.data?.nextCursor && (
        <Link to="/services" search={{ ownerTeamId: teamId }} className="mt-1.5 inline-block text-accent">
          {t.teams.allServices}
        </Link>
      )}
    </section>
  );
}
