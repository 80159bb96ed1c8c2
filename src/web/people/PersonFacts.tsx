import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Time } from '../ui/Time.tsx';
import type { Person } from './person.ts';

/** A person as everyone sees them. */
export function PersonFacts({ person }: { person: Person }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-3">
      <dt className="text-muted">{t.people.email}</dt>
      <dd>
        <a href={`mailto:${person.email}`} className="break-all text-accent underline underline-offset-2">
          {person.email}
        </a>
      </dd>
      <dt className="text-muted">{t.people.roles}</dt>
      <dd className="flex flex-wrap gap-1">
        {person.roles.map(role => (
          <Badge key={role}>{t.people.role[role]}</Badge>
        ))}
      </dd>
      <dt className="text-muted">{t.people.teams}</dt>
      <dd>{person.teams.map(({ name }) => name).join(', ') || t.people.noTeam}</dd>
      <dt className="text-muted">{t.people.joined}</dt>
      <dd>
        <Time at={person.createdAt} as="day" />
      </dd>
      {person.disabledAt && (
        <>
          <dt className="text-muted">{t.people.disabledSince}</dt>
          <dd>
            <Time at={person.disabledAt} />
          </dd>
        </>
      )}
    </dl>
  );
}
