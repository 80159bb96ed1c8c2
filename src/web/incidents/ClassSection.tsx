import { Link } from '@tanstack/react-router';
import { DIMENSIONS } from '../../core/taxonomy/taxonomy.ts';
import { t } from '../messages/index.ts';
import { Section } from '../ui/Section.tsx';
import { EditIncident } from './EditIncident.tsx';
import { useTerms } from './fields/useTerms.ts';
import type { Incident } from './incident.ts';

/** What an incident is filed under: layer, cause, use case, affected services, and where else it is talked of. */
export function ClassSection({ incident }: { incident: Incident }) {
  const { nameOf } = useTerms();
  return (
    <Section title={t.incidents.filedUnder} actions={<EditIncident incident={incident} />}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {DIMENSIONS.map(dimension => {
          const id = incident[dimension];
          return (
            <div key={dimension} className="contents">
              <dt className="text-muted">{t.incidents.dimension[dimension]}</dt>
              <dd className="min-w-0 text-right [overflow-wrap:anywhere]">
                {id ? nameOf(dimension, id) : <span className="text-muted">{t.incidents.notKnown}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      {incident.services.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-1.5" aria-label={t.incidents.services}>
          {incident.services.map(({ id, name }) => (
            <li key={id} className="max-w-full">
              <Link
                to="/services"
                search={{ open: id }}
                dir="auto"
                className="block truncate rounded-full border border-line px-2.5 py-0.5 text-sm hover:border-accent hover:text-accent"
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
            <li key={`${title} ${url}`}>
              <a
                href={url}
                rel="noreferrer noopener"
                className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
