import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What belongs here, and how it gets here. */
  text: string;
  /** What to press next. */
  action?: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
}

/** What a list says while there is nothing in it. */
export function EmptyState({ icon, title, text, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center">
      {icon && <div className="mb-1 text-faint">{icon}</div>}
      <Heading className="text-lg font-semibold">{title}</Heading>
      <p className="text-muted">{text}</p>
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
