import { Link } from '@tanstack/react-router';
import { t } from '../messages/index.ts';
import { Markdown } from '../ui/Markdown.tsx';
import type { Service } from './service.ts';

/** A service as those see it who do not keep the catalogue. */
export function ServiceFacts({ service }: { service: Service }) {
  const { tier, ownerTeam, description, links } = service;
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-muted">{t.services.tier}</dt>
        <dd>{t.services.tiers[tier]}</dd>
        <dt className="text-muted">{t.services.ownerTeam}</dt>
        <dd>
          {ownerTeam ? (
            <Link
              to="/people/teams"
              search={{ open: ownerTeam.id }}
              className="text-accent underline underline-offset-2"
            >
              {ownerTeam.name}
            </Link>
          ) : (
            t.common.none
          )}
        </dd>
      </dl>
      {description && <Markdown text={description} />}
      {links.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-medium">{t.services.links}</h3>
          <ul className="flex flex-col gap-1">
            {links.map(({ title, url }) => (
              <li key={`${title} ${url}`}>
                <a href={url} rel="noreferrer noopener" className="text-accent underline underline-offset-2">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
