import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import type { Incident } from '../incidents/incident.ts';
import { STATE_TONE as INCIDENT_TONE, SEVERITY_TONE } from '../incidents/tones.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { durationText, numberText } from '../ui/instant.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';
import { Fact } from './Fact.tsx';
import type { Postmortem } from './postmortem.ts';
import { WhatFollows } from './WhatFollows.tsx';

interface IncidentFactsProps {
  postmortem: Postmortem;
  className?: string;
}

/** What the text is about, as its incident has it: how grave, when, for how long, whom it hit; and what follows. */
export function IncidentFacts({ postmortem, className }: IncidentFactsProps) {
  const { number } = postmortem.incident;
  const { data: incident } = useQuery(api.incidents.get.queryOptions({ input: { id: number } }));
  return (
    <aside
      aria-label={t.postmortems.aboutIncident}
      className={cx(
        'xl:sticky xl:top-16 border-line text-sm max-xl:border-t max-xl:pt-5 xl:border-l xl:pl-5 print:w-full print:border-y print:py-3',
        className,
      )}
    >
      <dl className="flex flex-col gap-3.5 max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] print:grid print:grid-cols-3">
        {incident ? <Known incident={incident} /> : <Skeleton className="h-64 w-full" />}
        <WhatFollows postmortem={postmortem} />
      </dl>
    </aside>
  );
}

const LINK = 'inline-block min-h-6 hover:text-accent hover:underline';

function Known({ incident }: { incident: Incident }) {
  const { number, severity, state, services, teams, impact, times, durations } = incident;
  return (
    <>
      <Fact name={t.postmortems.fact.incident}>
        <span className="flex flex-wrap items-center gap-1.5">
          <Link to="/incidents/$id" params={{ id: number }} className={cx(LINK, 'tabular font-medium')}>
            {number}
          </Link>
          <Badge tone={SEVERITY_TONE[severity] ?? 'neutral'}>{t.incidents.severity[severity]}</Badge>
          <Badge tone={INCIDENT_TONE[state] ?? 'neutral'}>{t.incidents.state[state]}</Badge>
        </span>
      </Fact>
      {times.startedAt && (
        <Fact name={t.incidents.time.startedAt ?? ''}>
          <Time at={times.startedAt} />
        </Fact>
      )}
      <Durations durations={durations} />
      {impact.map(({ measure, value, unit, basis }) => (
        <Fact key={measure} name={t.incidents.figure.measures[measure] ?? measure}>
          <span className="tabular font-medium">{numberText(value)}</span> {unit}{' '}
          <span className="text-muted">({t.incidents.figure.bases[basis]})</span>
        </Fact>
      ))}
      {services.length > 0 && (
        <Fact name={t.incidents.services}>
          {services.map(({ id, name }) => (
            <Link key={id} to="/services" search={{ open: id }} className={cx(LINK, 'mr-3')}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </Fact>
      )}
      {teams.length > 0 && (
        <Fact name={t.incidents.teams}>
          {teams.map(({ id, name }) => (
            <Link key={id} to="/people/teams" search={{ open: id }} className={cx(LINK, 'mr-3')}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </Fact>
      )}
    </>
  );
}

function Durations({ durations }: Pick<Incident, 'durations'>) {
  const known = Object.entries(durations).filter(([, { us }]) => us !== null);
  if (known.length === 0) return null;
  return (
    <Fact name={t.postmortems.fact.took}>
      {known.map(([name, { us }]) => (
        <span key={name} className="block">
          <span className="tabular font-medium">{durationText((us ?? 0) / 1_000)}</span>{' '}
          <span className="text-muted">{t.incidents.duration[name]}</span>
        </span>
      ))}
    </Fact>
  );
}
