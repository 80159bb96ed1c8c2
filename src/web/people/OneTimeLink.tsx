import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Time } from '../ui/Time.tsx';

interface OneTimeLinkProps {
  label: string;
  hint: string;
  link: string;
  expiresAt: string;
}

/** A link to hand over: it is shown once. */
export function OneTimeLink({ label, hint, link, expiresAt }: OneTimeLinkProps) {
  return (
    <div className="flex flex-col gap-2">
      <CopyLine label={label} value={link} hint={hint} />
      <p className="text-sm text-muted">
        {t.people.expires} <Time at={expiresAt} />
      </p>
    </div>
  );
}
