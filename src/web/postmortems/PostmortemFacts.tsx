import { Fragment, type ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Time } from '../ui/Time.tsx';
import type { Postmortem } from './postmortem.ts';

type Deadline = Postmortem['deadlines']['owner'];

const TONES: Record<Deadline['state'], Tone> = {
  met: 'good',
  late: 'warn',
  pending: 'neutral',
  overdue: 'error',
};

/** What nobody writes: template, times, and whether the deadlines of it are held. */
export function PostmortemFacts({ postmortem }: { postmortem: Postmortem }) {
  const { template, deadlines, createdAt, updatedAt } = postmortem;
  const names = t.postmortems.fact;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [names.template, <bdi key="template">{template.name}</bdi>],
    [names.owned, <Held key="owned" deadline={deadlines.owner} />],
    [names.drafted, <Held key="drafted" deadline={deadlines.draft} />],
    [names.opened, <Time key="opened" at={createdAt} />],
    [names.changed, <Time key="changed" at={updatedAt} />],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5">
      {facts.map(([name, shown]) => (
        <Fragment key={name}>
          <dt className="text-muted">{name}</dt>
          <dd>{shown}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Held({ deadline: { state, dueAt, doneAt } }: { deadline: Deadline }) {
  const at = doneAt ?? dueAt;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={TONES[state]}>{t.postmortems.deadline[state]}</Badge>
      {at && (
        <span className="text-sm text-muted">
          {doneAt ? '' : t.postmortems.dueBy} <Time at={at} />
        </span>
      )}
    </span>
  );
}
