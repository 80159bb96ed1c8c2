import { History, Pencil } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Incident } from '../incident.ts';
import { useIncidentPanel } from '../useIncidentPanel.ts';
import { AssignRole, type IncidentRole } from './AssignRole.tsx';
import { EditTeams } from './EditTeams.tsx';

/** Who does what in an incident, and which teams take part. */
export function PeopleSection({ incident }: { incident: Incident }) {
  const mayEdit = useMe().may(CONTRIBUTORS);
  const { open } = useIncidentPanel();
  const [role, setRole] = useState<IncidentRole | null>(null);
  const [isEditingTeams, setEditingTeams] = useState(false);
  const roles = Object.entries(incident.roles) as [IncidentRole, Incident['roles'][IncidentRole]][];
  return (
    <Section
      title={t.incidents.people}
      actions={
        <Button
          kind="quiet"
          size="icon"
          aria-label={t.incidentPeople.history}
          icon={<History size={14} />}
          onClick={() => open('roles')}
        />
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-0.5">
        {roles.map(([each, holder]) => (
          <div key={each} className="contents">
            <dt className="text-muted">{t.incidents.role[each]}</dt>
            <dd className="min-w-0 text-right">
              {mayEdit ? (
                <Holding role={each} holder={holder} onClick={() => setRole(each)} />
              ) : (
                (holder?.name ?? t.incidents.nobody)
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 flex items-center border-t border-line pt-1.5">
        <h3 className="flex-1 text-sm font-medium">{t.incidents.teams}</h3>
        {mayEdit && (
          <Button
            kind="quiet"
            size="small"
            aria-label={t.incidentPeople.editTeams}
            icon={<Pencil size={13} />}
            onClick={() => setEditingTeams(true)}
          />
        )}
      </div>
      {incident.teams.length === 0 && <p className="text-muted">{t.incidentPeople.noTeams}</p>}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {incident.teams.map(team => (
          <div key={team.id} className="contents">
            <dt dir="auto" className="min-w-0 text-muted [overflow-wrap:anywhere]">
              {team.name}
            </dt>
            <dd className="text-right">{t.incidents.part[team.part]}</dd>
          </div>
        ))}
      </dl>
      {role && <AssignRole incident={incident} role={role} onClose={() => setRole(null)} />}
      {isEditingTeams && <EditTeams incident={incident} onClose={() => setEditingTeams(false)} />}
    </Section>
  );
}

interface HoldingProps {
  role: IncidentRole;
  holder: { name: string } | null;
  onClick(): void;
}

function Holding({ role, holder, onClick }: HoldingProps) {
  const label = t.incidentPeople.assign(t.incidents.role[role] ?? role);
  const name = holder?.name ?? t.incidents.nobody;
  return (
    <button
      type="button"
      aria-label={`${name}: ${label}`}
      title={label}
      className="-mr-1.5 min-h-7 max-w-full rounded border border-transparent px-1.5 text-right hover:border-line"
      onClick={onClick}
    >
      <span dir="auto" className={holder ? '[overflow-wrap:anywhere]' : 'text-muted'}>
        {name}
      </span>
    </button>
  );
}
