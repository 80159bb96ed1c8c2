import type { z } from 'zod';
import type { summary } from '../../contract/postmortemFields.ts';
import { t } from '../messages/index.ts';
import { Meter } from '../ui/Meter.tsx';
import { HomeLine } from './HomeLine.tsx';

/** One postmortem where only few are listed. */
export const PostmortemLine = ({ postmortem }: { postmortem: z.infer<typeof summary> }) => (
  <HomeLine
    to="/postmortems/$id"
    params={{ id: postmortem.id }}
    data-row={postmortem.id}
    title={postmortem.title}
    facts={
      <>
        <span className="tabular">{postmortem.incident.number}</span>
        <bdi>{postmortem.owner?.name}</bdi>
        <Meter
          percent={postmortem.completeness}
          label={t.postmortems.completeness(postmortem.completeness)}
        />
      </>
    }
  />
);
