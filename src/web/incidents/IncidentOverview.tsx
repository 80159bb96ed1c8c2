import { t } from '../messages/index.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { Section } from '../ui/Section.tsx';
import { AccessSection } from './access/AccessSection.tsx';
import { ClassSection } from './ClassSection.tsx';
import { DecisionSection } from './DecisionSection.tsx';
import { EditIncident } from './EditIncident.tsx';
import { ImpactSection } from './ImpactSection.tsx';
import { NotesSection } from './notes/NotesSection.tsx';
import { PeopleSection } from './people/PeopleSection.tsx';
import { PhaseBar } from './times/PhaseBar.tsx';
import { TimesSection } from './times/TimesSection.tsx';
import { useIncident } from './useIncident.ts';

/** What an incident is about, at a glance. */
export function IncidentOverview() {
  const incident = useIncident();
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <PhaseBar incident={incident} />
        <Section title={t.incidents.summary} actions={<EditIncident incident={incident} />}>
          {incident.summary ? (
            <Markdown text={incident.summary} />
          ) : (
            <p className="text-muted">{t.incidents.noSummary}</p>
          )}
        </Section>
        <ImpactSection incident={incident} />
        <NotesSection incident={incident} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <TimesSection incident={incident} />
        <PeopleSection incident={incident} />
        <ClassSection incident={incident} />
        <AccessSection incident={incident} />
        <DecisionSection incident={incident} />
      </div>
    </div>
  );
}
