import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FINDING_KINDS, SUPPORTS } from '../../core/findings/finding.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { dayText } from '../ui/instant.ts';
import { Time } from '../ui/Time.tsx';
import { actionsOf } from './actionsOf.ts';
import type { Postmortem } from './postmortem.ts';

const nameOf = (terms: readonly { id: string; name: string }[], id: string): string =>
  terms.find(term => term.id === id)?.name ?? id;

/** What stands on pages of its own on screen, and behind the text on paper: findings, actions, and which version this is. */
export function PrintedEnd({ postmortem }: { postmortem: Postmortem }) {
  const { id, version, updatedAt, incident } = postmortem;
  const findings =
    useQuery(api.findings.list.queryOptions({ input: { postmortemId: id } })).data?.items ?? [];
  const actions = useQuery(actionsOf(id)).data?.items ?? [];
  return (
    <div className="hidden print:block">
      {findings.length > 0 && (
        <Part title={t.postmortems.findings}>
          {findings.map(({ id: key, statement, kind, support, note, cites }) => (
            <Entry key={key} text={statement} note={note}>
              {[nameOf(FINDING_KINDS, kind), nameOf(SUPPORTS, support)].join(' · ')}
              {cites.length > 0 && `: ${cites.map(cite => cite.id).join(', ')}`}
            </Entry>
          ))}
        </Part>
      )}
      {actions.length > 0 && (
        <Part title={t.actions.title}>
          {actions.map(({ id: key, title, priority, state, owner, dueOn }) => (
            <Entry key={key} text={title}>
              {[
                priority.toUpperCase(),
                t.actions.state[state],
                owner?.name ?? t.actions.nobody,
                dueOn ? dayText(dueOn, 'UTC') : t.common.noDay,
              ].join(' · ')}
            </Entry>
          ))}
        </Part>
      )}
      <p className="mt-8 border-t border-line pt-2 text-sm text-muted">
        {incident.number} · {t.postmortems.version(version)} · <Time at={updatedAt} />
      </p>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-8">
    <h2 className="mb-2 text-xl font-semibold tracking-tight">{title}</h2>
    <ol className="list-decimal pl-6">{children}</ol>
  </section>
);

const Entry = ({ text, note, children }: { text: string; note?: string; children: ReactNode }) => (
  <li className="mb-2 break-inside-avoid">
    <p dir="auto">{text}</p>
    {note && (
      <p dir="auto" className="whitespace-pre-wrap text-muted">
        {note}
      </p>
    )}
    <p className="text-sm text-muted">{children}</p>
  </li>
);
