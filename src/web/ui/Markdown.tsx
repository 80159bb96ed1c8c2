import { lazy, Suspense } from 'react';

/** Fetches the renderer ahead of the text that it is needed for. */
export const preloadMarkdown = () => import('./RenderedMarkdown.tsx');

const Rendered = lazy(() => preloadMarkdown().then(module => ({ default: module.RenderedMarkdown })));

export interface MarkdownProps {
  text: string;
  /** Shows the evidence behind a citation, such as `[e3](#e3)`; without it citations are plain. */
  onCite?: (id: string) => void;
}

/** Markdown as it reads. HTML in it stays text, links open nothing but http, https and mail. */
export function Markdown(props: MarkdownProps) {
  // Until the renderer is here the text can be read as it was written; most of it takes the same room.
  return (
    <Suspense fallback={<div className="prose-text whitespace-pre-wrap">{props.text}</div>}>
      <Rendered {...props} />
    </Suspense>
  );
}
