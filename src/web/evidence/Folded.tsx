import type { ReactNode } from 'react';

interface FoldedProps {
  /** What is inside, with how much of it. */
  title: string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** What says little and is much: there when it is asked for. */
export const Folded = ({ title, isOpenAtFirst = false, children }: FoldedProps) => (
  <details open={isOpenAtFirst} className="mt-4">
    <summary className="mb-2 min-h-6 w-fit cursor-pointer rounded text-muted hover:text-text">
      {title}
    </summary>
    {children}
  </details>
);
