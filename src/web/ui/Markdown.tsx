import { lazy, Suspense } from 'react';
import { SkeletonRows } from './Skeleton.tsx';

const Rendered = lazy(() =>
  import('./RenderedMarkdown.tsx').then(module => ({ default: module.RenderedMarkdown })),
);

export interface MarkdownProps {
  text: string;
  /** Shows the evidence behind a citation, such as `[e3](#e3)`; without it citations are plain. */
  onCite?: (id: string) => void;
}

/** Markdown as it reads. HTML in it stays text, links open nothing but http, https and mail. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<SkeletonRows count={2} />}>
      <Rendered {...props} />
    </Suspense>
  );
}
