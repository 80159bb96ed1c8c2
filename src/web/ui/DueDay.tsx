import { t } from '../messages/index.ts';
import { dayText } from './instant.ts';

interface DueDayProps {
  /** `2026-05-18`; null where nobody set one. */
  day: string | null;
  isOverdue: boolean;
}

/** The day by which something is to be done; late is said in words as well as in colour. */
export function DueDay({ day, isOverdue }: DueDayProps) {
  if (!day) return <span className="text-muted">{t.common.noDay}</span>;
  return (
    <span className={isOverdue ? 'tabular whitespace-nowrap text-error' : 'tabular whitespace-nowrap'}>
      <time dateTime={day}>{dayText(day, 'UTC')}</time>
      {isOverdue && ` · ${t.common.overdue}`}
    </span>
  );
}
