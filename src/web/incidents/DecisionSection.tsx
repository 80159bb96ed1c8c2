import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Section } from '../ui/Section.tsx';
import { sayError } from '../ui/Toasts.tsx';
import type { Incident } from './incident.ts';
import { OverrideDecision } from './OverrideDecision.tsx';

/** Which postmortem is due and why, with the questions that would change the answer. */
export function DecisionSection({ incident }: { incident: Incident }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const options = api.incidents.decision.queryOptions({ input: { id: incident.id } });
  const { data: decision } = useQuery(options);
  const answer = useMutation({
    mutationFn: (answers: Record<string, boolean | null>) =>
      api.incidents.answerChecklist.call({ id: incident.id, answers }),
    onSuccess: changed => queryClient.setQueryData(options.queryKey, changed),
    onError: sayError,
  });
  if (!decision) return null;
  const asked = decision.facts.filter(({ basis, isOpen }) => basis === 'answer' || isOpen);
  return (
    <Section
      title={t.incidents.decision}
      actions={me.may(CONTRIBUTORS) && <OverrideDecision incident={incident} decision={decision} />}
    >
      <p className="font-medium">{t.incidents.kind[decision.kind]}</p>
      {decision.overridden && (
        <p className="text-sm">
          {t.incidents.overridden(decision.overridden.by.name)}: {decision.overridden.note}
        </p>
      )}
      <ul className="mt-1 flex flex-col gap-1 text-sm text-muted">
        {decision.reasons.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {decision.requires.length > 0 && (
        <p className="mt-2 text-sm">{t.incidents.requires(decision.requires.join(', '))}</p>
      )}
      {decision.similar.map(({ id, number, title }) => (
        <p key={id} className="mt-1 text-sm">
          <Link
            to="/incidents/$id"
            params={{ id: number }}
            className="text-accent underline underline-offset-2"
          >
            {number} {title}
          </Link>
        </p>
      ))}
      {me.may(CONTRIBUTORS) &&
        asked.map(({ fact, question, value }) => (
          <label key={fact} className="no-print mt-2 flex items-center gap-3 text-sm">
            <span className="flex-1">{question}</span>
            <select
              className="h-7 rounded border border-line bg-panel px-1"
              value={value === null ? '' : String(value)}
              onChange={event =>
                answer.mutate({ [fact]: event.target.value === '' ? null : event.target.value === 'true' })
              }
            >
              <option value="">{t.incidents.notKnown}</option>
              <option value="true">{t.incidents.yes}</option>
              <option value="false">{t.incidents.no}</option>
            </select>
          </label>
        ))}
    </Section>
  );
}
