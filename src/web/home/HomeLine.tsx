import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

interface AnchorProps extends Omit<ComponentProps<'a'>, 'title'> {
  /** What stands before the title, in a column of its own. */
  mark?: ReactNode;
  title: string;
  /** What is known besides; below the title where the screen is narrow. */
  facts: ReactNode;
}

const Anchor = ({ mark, title, facts, ...rest }: AnchorProps) => (
  <a
    {...rest}
    className="flex min-h-10 items-baseline gap-3 border-x border-t border-line bg-panel px-3 py-2 first-of-type:rounded-t last-of-type:rounded-b last-of-type:border-b hover:bg-sunken"
  >
    {mark}
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
      <span className="line-clamp-2 min-w-0 flex-1 basis-48">
        <bdi>{title}</bdi>
      </span>
      <span className="flex gap-3 text-sm text-muted">{facts}</span>
    </span>
  </a>
);

/** One thing where only few are listed. */
export const HomeLine = createLink(Anchor);
