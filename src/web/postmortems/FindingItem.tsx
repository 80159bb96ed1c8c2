import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FINDING_KINDS, SUPPORTS } from '../../core/findings/finding.ts';
import { STATE_TONE } from '../actions/tones.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { useArrival } from '../ui/useArrival.ts';
import { CiteChips } from './CiteChips.tsx';
import type { Finding } from './finding.ts';
import type { Postmortem } from './postmortem.ts';
import { SUPPORT_TONE } from './tones.ts';

interface FindingItemProps {
  postmortem: Postmortem;
  finding: Finding;
  /** Moves it among the others; nothing where they may not be ordered. */
  handle?: ReactNode;
  onEdit?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One finding: what it states, what it rests on, what a reviewer would object to. */
export function FindingItem({ postmortem, finding, handle, onEdit, onRemove }: FindingItemProps) {
  const { id, kind, support, isSupported, cites, statement, note, confidence, remarks, actions } = finding;
  useArrival(id);
  return (
    <article
      id={id}
      className="scroll-mt-16 break-inside-avoid rounded border border-line bg-panel px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        {handle}
        <Badge>{FINDING_KINDS.find(term => term.id === kind)?.name}</Badge>
        <Badge tone={isSupported ? SUPPORT_TONE[support] : 'error'}>
          {SUPPORTS.find(term => term.id === support)?.name}
        </Badge>
        <CiteChips postmortem={postmortem} cites={cites} />
        {confidence && <span className="text-sm text-muted">{t.postmortems.finding.sure[confidence]}</span>}
        <span className="no-print ml-auto flex gap-1">
          {onEdit && (
            <Button kind="quiet" size="small" onClick={onEdit}>
              {t.common.edit}
            </Button>
          )}
          {onRemove && (
            <Button kind="quiet" size="small" onClick={onRemove}>
              {t.common.remove}
            </Button>
          )}
        </span>
      </div>
      <p dir="auto" className="mt-1.5 text-lg [overflow-wrap:anywhere]">
        {statement}
      </p>
      {note && (
        <p dir="auto" className="mt-1 whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
      {remarks.map(({ code, text }) => (
        <p key={code} className="mt-1 text-sm text-warn">
          {text}
        </p>
      ))}
      {actions.length > 0 && (
        <ul aria-label={t.postmortems.finding.actions} className="mt-2 flex flex-col gap-1 text-sm">
          {actions.map(({ id: actionId, title, state }) => (
            <li key={actionId} className="flex items-baseline gap-2">
              <Badge tone={STATE_TONE[state as 'open'] ?? 'neutral'}>{t.actions.state[state]}</Badge>
              <Link
                to="/actions"
                search={{ open: actionId }}
                className="min-h-6 [overflow-wrap:anywhere] hover:text-accent hover:underline"
              >
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
