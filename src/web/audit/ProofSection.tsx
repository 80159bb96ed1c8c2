import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp, LoaderCircle } from 'lucide-react';
import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { cx } from '../ui/cx.ts';
import type { Proof } from './auditEvent.ts';
import { checkProof } from './checkProof.ts';

const OUTCOMES = {
  true: { Icon: CircleCheck, tone: 'text-good', text: t.audit.proof.good },
  false: { Icon: CircleAlert, tone: 'text-error', text: t.audit.proof.bad },
  unchecked: { Icon: CircleHelp, tone: 'text-warn', text: t.audit.proof.unchecked },
  checking: { Icon: LoaderCircle, tone: 'text-muted', text: t.audit.proof.checking },
};

/** The proof that an event is in the log, checked here and now. */
export function ProofSection({ index, proof }: { index: number | null; proof: Proof | null }) {
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium">{t.audit.proof.title}</h3>
      {index === null || proof === null ? (
        <p className="text-muted">{t.audit.proof.none}</p>
      ) : (
        <Checked index={index} proof={proof} />
      )}
    </section>
  );
}

function Checked({ index, proof }: { index: number; proof: Proof }) {
  const check = useQuery({
    queryKey: ['proof', index, proof.checkpoint.size],
    queryFn: async () => String((await checkProof(index, proof)) ?? 'unchecked') as keyof typeof OUTCOMES,
  });
  const { Icon, tone, text } = OUTCOMES[check.data ?? 'checking'];
  return (
    <>
      <p role="status" className={cx('flex items-start gap-2', tone)}>
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
        {text}
      </p>
      <p className="text-muted">{t.audit.proof.steps(proof.path.length)}</p>
      <details>
        <summary className="text-sm">{t.audit.proof.show}</summary>
        <div className="mt-2 flex flex-col gap-3">
          <CopyLine label={t.audit.proof.leaf} value={proof.leaf} />
          <CopyLine label={t.audit.proof.leafHash} value={proof.leafHash} />
          <ol className="list-decimal pl-7 font-mono text-xs text-muted">
            {proof.path.map(hash => (
              <li key={hash} className="break-all">
                {hash}
              </li>
            ))}
          </ol>
          <CopyLine label={t.audit.proof.root} value={proof.checkpoint.root} />
          <CopyLine label={t.audit.proof.note} value={proof.checkpoint.note} />
        </div>
      </details>
    </>
  );
}
