import { Link } from '@tanstack/react-router';
import { CircleAlert, Upload as UploadIcon } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { buttonClass } from '../../ui/Button.tsx';
import type { UploadState } from './createUploadQueue.ts';
import { useAllUploads } from './useUploads.ts';

const TROUBLED: readonly UploadState[] = ['failed', 'cut'];
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** How far the uploads of this browser are, wherever one is; leads to where they are listed. */
export function UploadStatus() {
  const uploads = useAllUploads();
  const left = uploads.filter(({ state }) => state !== 'done');
  const troubled = left.filter(({ state }) => TROUBLED.includes(state));
  const [next] = [...troubled, ...left];
  if (!next) return null;
  const bytes = uploads.reduce((sum, upload) => sum + upload.bytes, 0);
  const sent = uploads.reduce((sum, upload) => sum + upload.sent, 0);
  const share = percent.format(bytes === 0 ? 0 : Math.floor((sent / bytes) * 100) / 100);
  const Icon = troubled.length > 0 ? CircleAlert : UploadIcon;
  return (
    <Link
      to="/incidents/$id/evidence"
      params={{ id: next.incidentId }}
      aria-label={
        troubled.length > 0 ? t.intake.troubled(troubled.length) : t.intake.underWay(left.length, share)
      }
      className={buttonClass('quiet', 'small', troubled.length > 0 ? '!text-error' : '!text-accent')}
    >
      <Icon size={15} aria-hidden />
      <span className="tabular">{share}</span>
    </Link>
  );
}
