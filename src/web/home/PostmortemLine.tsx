import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { summary } from '../../contract/postmortemFields.ts';
import { Time } from '../ui/Time.tsx';

/** One postmortem where only few are listed. */
export function PostmortemLine({ postmortem }: { postmortem: z.infer<typeof summary> }) {
  return (
    <Link
      to="/postmortems/$id"
      params={{ id: postmortem.id }}
      className="flex min-h-10 items-center gap-3 border-x border-t border-line bg-panel px-3 py-1.5 first-of-type:rounded-t last-of-type:rounded-b last-of-type:border-b hover:bg-sunken"
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span dir="auto" className="line-clamp-2 min-w-0 flex-1 basis-48">
          {postmortem.title}
        </span>
        <span className="flex gap-3 text-sm text-muted">
          <bdi>{postmortem.owner?.name}</bdi>
          <Time at={postmortem.updatedAt} as="ago" />
        </span>
      </span>
    </Link>
  );
}
