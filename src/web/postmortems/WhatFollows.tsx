import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { actionsOf } from './actionsOf.ts';
import { Fact } from './Fact.tsx';
import type { Postmortem } from './postmortem.ts';

const LINK = 'inline-block min-h-6 hover:text-accent hover:underline';

/** How many findings and actions a postmortem has, and how they stand; each leads to them. */
export function WhatFollows({ postmortem: { id, incident } }: { postmortem: Postmortem }) {
  const findings = useQuery(api.findings.list.queryOptions({ input: { postmortemId: id } })).data?.items;
  const actions = useQuery(actionsOf(id)).data;
  return (
    <>
      {findings && (
        <Fact name={t.postmortems.findings}>
          <Link to="." search={(before: object) => ({ ...before, view: 'findings' })} className={LINK}>
            {t.postmortems.standing.findings(
              findings.length,
              findings.filter(({ isSupported }) => !isSupported).length,
            )}
          </Link>
        </Fact>
      )}
      {actions && (
        <Fact name={t.actions.title}>
          <Link to="/incidents/$id/actions" params={{ id: incident.number }} className={LINK}>
            {t.postmortems.standing.actions(
              `${actions.items.length}${actions.nextCursor ? '+' : ''}`,
              actions.items.filter(({ state }) => state === 'verified').length,
            )}
          </Link>
        </Fact>
      )}
    </>
  );
}
