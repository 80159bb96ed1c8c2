import { Check, Pause, Play, RotateCw, WifiOff, X } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { bytesText } from '../../ui/bytesText.ts';
import { cx } from '../../ui/cx.ts';
import { durationText } from '../../ui/instant.ts';
import { Progress } from '../../ui/Progress.tsx';
import type { Upload, UploadState } from './createUploadQueue.ts';
import { uploadQueue } from './uploadQueue.ts';

/** What the button of a row does in each state. */
const NEXT: Partial<Record<UploadState, { label: string; icon: typeof Pause; run(key: number): void }>> = {
  waiting: { label: t.evidence.pause, icon: Pause, run: uploadQueue.pause },
  sending: { label: t.evidence.pause, icon: Pause, run: uploadQueue.pause },
  cut: { label: t.common.retry, icon: RotateCw, run: uploadQueue.resume },
  failed: { label: t.common.retry, icon: RotateCw, run: uploadQueue.resume },
  paused: { label: t.evidence.resume, icon: Play, run: uploadQueue.resume },
};

/** One file on its way in. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { key, name, bytes, sent, state, problem, secondsLeft } = upload;
  const next = NEXT[state];
  const Icon = next?.icon;
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-3">
          <span dir="auto" className="min-w-0 flex-1 truncate font-medium" title={name}>
            {name}
          </span>
          <span className="tabular whitespace-nowrap text-sm text-muted">
            {state === 'done' ? bytesText(bytes) : t.evidence.sent(bytesText(sent), bytesText(bytes))}
          </span>
        </div>
        {state !== 'done' && (
          <Progress
            className="my-1"
            label={t.evidence.progressOf(name)}
            share={bytes === 0 ? 0 : sent / bytes}
          />
        )}
        <p
          className={cx(
            'flex items-center gap-1.5 text-sm',
            state === 'failed' ? 'text-error' : 'text-muted',
          )}
        >
          {state === 'cut' && <WifiOff size={13} aria-hidden />}
          {state === 'done' && <Check size={13} aria-hidden className="text-good" />}
          {problem || t.evidence.uploadState[state]}
          {secondsLeft !== null && state === 'sending' && secondsLeft > 1 && (
            <span className="tabular">· {t.evidence.timeLeft(durationText(secondsLeft * 1000))}</span>
          )}
        </p>
      </div>
      {next && Icon && (
        <Button
          kind="quiet"
          size="icon"
          aria-label={`${next.label}: ${name}`}
          icon={<Icon size={15} aria-hidden />}
          onClick={() => next.run(key)}
        />
      )}
      {state !== 'done' && (
        <Button
          kind="quiet"
          size="icon"
          aria-label={`${t.evidence.giveUp}: ${name}`}
          icon={<X size={15} aria-hidden />}
          onClick={() => uploadQueue.cancel(key)}
        />
      )}
    </li>
  );
}
