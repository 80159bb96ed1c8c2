import type { z } from 'zod';
import type { action as schema } from '../../contract/actions.ts';
import { PRIORITY_TONE } from '../actions/tones.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueDay } from '../ui/DueDay.tsx';
import { HomeLine } from './HomeLine.tsx';

/** One action where only few are listed. */
export const ActionLine = ({ action }: { action: z.infer<typeof schema> }) => (
  <HomeLine
    to="/actions"
    search={{ open: action.id }}
    data-row={action.id}
    title={action.title}
    mark={<Badge tone={PRIORITY_TONE[action.priority]}>{action.priority.toUpperCase()}</Badge>}
    facts={
      <>
        <span className="tabular">{action.incident.number}</span>
        {action.dueOn && <DueDay day={action.dueOn} isOverdue={action.isOverdue} />}
      </>
    }
  />
);
