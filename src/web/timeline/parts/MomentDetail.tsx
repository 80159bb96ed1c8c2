import { Check, Crosshair, Pencil, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { durationText } from '../../../core/chart/durationText.ts';
import { momentKind } from '../../../core/document/momentKinds.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Time } from '../../ui/Time.tsx';
import type { Moment } from '../model/timelineNotes.ts';
import { momentDoubtText } from '../textsOf.ts';

interface MomentDetailProps {
  moment: Moment;
  mayJudge: boolean;
  onJudge(state: Moment['state']): void;
  onEdit(): void;
  onShow(): void;
}

/** One moment: when, how sure, why it was proposed, and what to do with it. */
export function MomentDetail({ moment, mayJudge, onJudge, onEdit, onShow }: MomentDetailProps) {
  const { proposal, state } = moment;
  return (
    <article aria-label={moment.title} className="flex flex-col gap-3">
      <header className="flex flex-col items-start gap-1.5">
        <Badge tone={state === 'kept' ? 'good' : 'neutral'}>{t.timeline.states[state]}</Badge>
        <h2 className="text-lg font-semibold" dir="auto">
          {moment.title}
        </h2>
      </header>
      <dl className="flex flex-col gap-2">
        <Fact name={t.timeline.at}>
          <Time at={moment.at} digits={6} /> <span className="text-muted">{momentDoubtText(moment)}</span>
        </Fact>
        <Fact name={t.timeline.form.kind}>{momentKind(moment.kind).label}</Fact>
        {(moment.service || moment.source) && (
          <Fact name={t.timeline.place}>{[moment.service, moment.source].filter(Boolean).join(' · ')}</Fact>
        )}
        {moment.sourceStamp && (
          <Fact name={t.timeline.stamp}>
            <span className="font-mono text-sm">{moment.sourceStamp}</span>
            {moment.correctionUs !== 0 && (
              <span className="text-muted"> {t.timeline.corrected(durationText(moment.correctionUs))}</span>
            )}
          </Fact>
        )}
        {proposal?.reason && <Fact name={t.timeline.why}>{proposal.reason}</Fact>}
        {moment.detail && (
          <Fact name={t.timeline.form.detail}>
            <span className="whitespace-pre-wrap">{moment.detail}</span>
          </Fact>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        {mayJudge && state !== 'kept' && (
          <Button kind="primary" icon={<Check size={15} aria-hidden />} onClick={() => onJudge('kept')}>
            {t.timeline.keep}
          </Button>
        )}
        {mayJudge && state !== 'dismissed' && (
          <Button icon={<X size={15} aria-hidden />} onClick={() => onJudge('dismissed')}>
            {t.timeline.dismiss}
          </Button>
        )}
        {mayJudge && state === 'dismissed' && (
          <Button icon={<RotateCcw size={15} aria-hidden />} onClick={() => onJudge('proposed')}>
            {t.timeline.reopen}
          </Button>
        )}
        {mayJudge && (
          <Button icon={<Pencil size={15} aria-hidden />} onClick={onEdit}>
            {t.timeline.edit}
          </Button>
        )}
        <Button kind="quiet" icon={<Crosshair size={15} aria-hidden />} onClick={onShow}>
          {t.timeline.showOnTimeline}
        </Button>
      </div>
    </article>
  );
}

/** A name and what is known under it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="break-words" dir="auto">
        {children}
      </dd>
    </div>
  );
}
