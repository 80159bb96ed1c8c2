import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { durationText } from '../../ui/instant.ts';
import { Progress } from '../../ui/Progress.tsx';
import { sayError } from '../../ui/Toasts.tsx';
import type { Reading } from '../evidence.ts';
import { ReadAgain } from './ReadAgain.tsx';
import { ReadingFigures } from './ReadingFigures.tsx';
import { isUnderWay } from './useReadings.ts';

interface ReadingStatusProps {
  incidentId: string;
  newest: Reading;
  /** The newest that came to a result. */
  done: Reading | undefined;
}

/** How far the evidence was read: what is being done now, what came of it, or why it failed and what to do. */
export function ReadingStatus({ incidentId, newest, done }: ReadingStatusProps) {
  return (
    <div className="mb-4 flex flex-col gap-3" aria-live="polite">
      {isUnderWay(newest) && <UnderWay reading={newest} />}
      {newest.state === 'failed' && <Failed incidentId={incidentId} reading={newest} />}
      {done && <ReadingFigures incidentId={incidentId} reading={done} isNewest={done.id === newest.id} />}
    </div>
  );
}

function UnderWay({ reading }: { reading: Reading }) {
  const { id, state, stage, share, secondsLeft, evidence, reason } = reading;
  const me = useMe();
  const cancel = useMutation({ mutationFn: () => api.readings.cancel.call({ id }), onError: sayError });
  // What a reading takes in is known when it begins.
  const title = evidence.length === 0 ? t.evidence.newEvidence : t.evidence.isRead(evidence.length);
  const text =
    state === 'waiting' ? t.evidence.waitsToBeRead : (t.evidence.stage[stage ?? ''] ?? stage ?? '');
  return (
    <div className="flex items-center gap-4 rounded border border-line bg-panel px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{title}</span>
          <span className="text-muted">{text}</span>
          <span className="tabular ml-auto text-sm text-muted">
            {Math.round(share * 100)} %
            {secondsLeft !== null && ` · ${t.evidence.timeLeft(durationText(secondsLeft * 1000))}`}
          </span>
        </p>
        <Progress className="mt-1.5" label={title} share={share} />
        {reason && <p className="mt-1 text-sm text-warn">{reason}</p>}
      </div>
      {me.may(CONTRIBUTORS) && (
        <Button size="small" isBusy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t.common.cancel}
        </Button>
      )}
    </div>
  );
}

function Failed({ incidentId, reading }: { incidentId: string; reading: Reading }) {
  const me = useMe();
  return (
    <div
      role="alert"
      className="flex flex-wrap items-start gap-3 rounded border border-error bg-panel px-4 py-3"
    >
      <TriangleAlert size={18} aria-hidden className="mt-0.5 text-error" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold">{t.evidence.failed}</h2>
        <p>{reading.reason}</p>
        <p className="mt-1 text-muted">{t.evidence.failedNext}</p>
      </div>
      {me.may(CONTRIBUTORS) && <ReadAgain incidentId={incidentId} before={reading} />}
    </div>
  );
}
