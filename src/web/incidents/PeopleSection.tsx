import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Section } from '../ui/Section.tsx';
import type { Incident } from './incident.ts';
import { useIncidentChange } from './useIncidentChange.ts';

type Role = keyof Incident['roles'];

/** Who does what, which teams take part, what was affected. */
export function PeopleSection({ incident }: { incident: Incident }) {
  const me = useMe();
  const change = useIncidentChange(incident);
  const people = useQuery(api.people.list.queryOptions({ input: { limit: 200, isDisabled: false } }));
  const assign = (role: Role, personId: string | null): void =>
    change.mutate({
      ask: () =>
        api.incidents.assignRole.call(
          { id: incident.id, role, personId },
          { context: { ifMatch: incident.version } },
        ),
    });
  return (
    <Section title={t.incidents.people}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {(Object.entries(incident.roles) as [Role, { id: string; name: string } | null][]).map(
          ([role, holder]) => (
            <div key={role} className="contents">
              <dt className="text-muted" id={`role-${role}`}>
                {t.incidents.role[role]}
              </dt>
              <dd className="min-w-0 text-right">
                {me.may(CONTRIBUTORS) ? (
                  <select
                    aria-labelledby={`role-${role}`}
                    className="h-7 w-full rounded border border-transparent bg-transparent text-right hover:border-line"
                    value={holder?.id ?? ''}
                    onChange={event => assign(role, event.target.value || null)}
                  >
                    <option value="">{t.incidents.nobody}</option>
                    {holder && !people.data?.items.some(({ id }) => id === holder.id) && (
                      <option value={holder.id}>{holder.name}</option>
                    )}
                    {people.data?.items.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                ) : (
                  (holder?.name ?? t.incidents.nobody)
                )}
              </dd>
            </div>
          ),
        )}
        {incident.teams.map(team => (
          <div key={team.id} className="contents">
            <dt className="text-muted">{team.name}</dt>
            <dd className="text-right">{t.incidents.part[team.part]}</dd>
          </div>
        ))}
      </dl>
      {incident.services.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-1.5" aria-label={t.incidents.services}>
          {incident.services.map(({ id, name }) => (
            <li key={id}>
              <Link
                to="/services"
                search={{ open: id }}
                className="rounded-full border border-line px-2.5 py-0.5 text-sm hover:border-accent hover:text-accent"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {incident.links.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1" aria-label={t.incidents.links}>
          {incident.links.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer noopener" className="text-accent underline underline-offset-2">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
