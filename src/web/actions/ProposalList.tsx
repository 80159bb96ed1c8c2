import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { VERIFICATION_WAYS } from '../../core/lifecycle/verification.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Section } from '../ui/Section.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import type { Proposal } from './action.ts';
import { toFields, valuesOf } from './actionValues.ts';

interface ProposalListProps {
  proposals: readonly Proposal[];
  incidentId: string;
  postmortemId: string | null;
  mayAdd: boolean;
  onCorrect(title: string): void;
}

/** What the draft proposes, each with its reason and its proof; taken over as it is, or corrected first. */
export function ProposalList({ proposals, incidentId, postmortemId, mayAdd, onCorrect }: ProposalListProps) {
  const queryClient = useQueryClient();
  const add = useMutation({
    mutationFn: (proposal: Proposal) =>
      api.actions.add.call({ ...toFields(valuesOf(proposal)), incidentId, postmortemId }),
    onSuccess: ({ title }) => {
      say(t.actions.added(title));
      return queryClient.invalidateQueries({ queryKey: api.actions.key() });
    },
    onError: sayError,
  });
  return (
    <Section title={t.actions.proposals.title}>
      {proposals.length === 0 && <p className="text-muted">{t.actions.proposals.empty}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {proposals.map(proposal => (
          <li
            key={proposal.title}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            {proposal.isTaken ? <Name proposal={proposal} /> : <Words proposal={proposal} />}
            {proposal.isTaken ? (
              <Badge tone="good">{t.actions.proposals.taken}</Badge>
            ) : (
              mayAdd && (
                <span className="flex gap-2">
                  <Button
                    size="small"
                    aria-label={`${t.actions.proposals.correct}: ${proposal.title}`}
                    onClick={() => onCorrect(proposal.title)}
                  >
                    {t.actions.proposals.correct}
                  </Button>
                  {proposal.remarks.length === 0 && (
                    <Button
                      size="small"
                      kind="primary"
                      aria-label={`${t.actions.proposals.take}: ${proposal.title}`}
                      isBusy={add.isPending && add.variables === proposal}
                      onClick={() => add.mutate(proposal)}
                    >
                      {t.actions.proposals.take}
                    </Button>
                  )}
                </span>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Name({ proposal: { title, kind } }: { proposal: Proposal }) {
  return (
    <p className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      <span className="font-medium">{title}</span>
      <Badge>{ACTION_KINDS.find(({ id }) => id === kind)?.name}</Badge>
    </p>
  );
}

function Words({ proposal }: { proposal: Proposal }) {
  const { because, verification, remarks } = proposal;
  const way = VERIFICATION_WAYS[verification.kind];
  return (
    <div className="min-w-0 flex-1 basis-72">
      <Name proposal={proposal} />
      <p className="text-muted">{because}</p>
      <p className="text-sm text-muted">
        {t.actions.proposals.provedBy}: {way.name.toLowerCase()}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        {way.fields.map(
          ({ id, label, type }) =>
            verification.fields[id] !== undefined && (
              <div key={id} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className={cx('[overflow-wrap:anywhere]', type === 'code' && 'font-mono')}>
                  {verification.fields[id]}
                </dd>
              </div>
            ),
        )}
      </dl>
      {remarks.map(({ code, on, text }) => (
        <p key={`${code} ${on}`} className="text-sm text-warn">
          {text}
        </p>
      ))}
    </div>
  );
}
