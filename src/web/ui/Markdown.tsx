import { lazy, Suspense } from 'react';
import { SkeletonRows } from './Skeleton.tsx';

const Rendered = lazy(() =>
  import('./RenderedMarkdown.tsx').then(module => ({ default: module.RenderedMarkdown })),
);

/** Markdown as it reads. HTML in it stays text, links open nothing but http, https and mail. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<SkeletonRows count={2} />}>
      <Rendered text={text} />
    </Suspense>
  );
}
