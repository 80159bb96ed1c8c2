import { useQuery } from '@tanstack/react-query';
import { Globe, Lock } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Incident } from '../incident.ts';
import { useIncidentPanel } from '../useIncidentPanel.ts';
import { groupViewers } from './viewer.ts';

/** In one line who sees the incident; the rest is in the panel beside it. */
export function AccessSection({ incident: { id, isRestricted } }: { incident: Incident }) {
  const { open } = useIncidentPanel();
  const { data } = useQuery(api.incidents.access.queryOptions({ input: { id }, enabled: isRestricted }));
  const groups = groupViewers(data?.viewers ?? []);
  const teams = groups.filter(({ isTeam }) => isTeam).length;
  const Icon = isRestricted ? Lock : Globe;
  return (
    <Section
      title={t.restriction.title}
      actions={
        <Button kind="quiet" size="small" onClick={() => open('access')}>
          {t.restriction.details}
        </Button>
      }
    >
      <p className="flex items-start gap-2">
        <Icon size={15} aria-hidden className="mt-0.5 shrink-0 text-muted" />
        {isRestricted ? t.restriction.count(groups.length - teams, teams) : t.restriction.open}
      </p>
    </Section>
  );
}
