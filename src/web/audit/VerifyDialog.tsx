import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { describeVerification } from './describeVerification.ts';

/** As read and hashed on two processors; only told while one waits. */
const ENTRIES_PER_SECOND = 15_000;

const LOOKS = {
  good: { Icon: CircleCheck, tone: 'text-good' },
  young: { Icon: CircleHelp, tone: 'text-warn' },
  bad: { Icon: CircleAlert, tone: 'text-error' },
};

/** Has the whole log checked, and says what was checked and what that means. */
export function VerifyDialog({ onClose }: { onClose(): void }) {
  const check = useQuery(
    api.audit.verify.queryOptions({ input: {}, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false }),
  );
  const log = useQuery(api.audit.checkpoint.queryOptions({ input: {}, enabled: check.isFetching }));
  const found = check.data && !check.isFetching ? describeVerification(check.data) : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.audit.verify.title}
      footer={
        <>
          <Button isBusy={check.isFetching} onClick={() => void check.refetch()}>
            {t.audit.verify.again}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t.common.close}
          </Button>
        </>
      }
    >
      <div role="status" className="flex min-h-40 flex-col gap-3">
        {check.isFetching && (
          <>
            <p className="text-muted">{t.audit.verify.running}</p>
            <p className="min-h-5 text-muted">
              {log.data && t.audit.verify.takes(log.data.size, log.data.size / ENTRIES_PER_SECOND)}
            </p>
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
          </>
        )}
        {check.isError && !check.isFetching && <ErrorState error={check.error} />}
        {found && <Result {...found} />}
      </div>
    </Dialog>
  );
}

function Result({ outcome, headline, lines }: ReturnType<typeof describeVerification>) {
  const { Icon, tone } = LOOKS[outcome];
  return (
    <>
      <p className={cx('flex items-start gap-2 text-lg font-semibold', tone)}>
        <Icon size={20} aria-hidden className="mt-0.5 shrink-0" />
        {headline}
      </p>
      <ul className="list-disc pl-5">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="text-muted">{outcome === 'bad' ? t.audit.verify.badText : t.audit.verify.meaning}</p>
    </>
  );
}
