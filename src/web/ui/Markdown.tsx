import { lazy, Suspense } from 'react';

/** Fetches the renderer ahead of the text that it is needed for. */
export const preloadMarkdown = () => import('./RenderedMarkdown.tsx');

const Rendered = lazy(() => preloadMarkdown().then(module => ({ default: module.RenderedMarkdown })));

export interface MarkdownProps {
  text: string;
  /** Shows the evidence behind a citation, such as `[e3](#e3)`; without it citations are plain. */
  onCite?: (id: string) => void;
}

/** Markdown that is not rendered yet: it can be read, and most of it takes the same room. */
export const MarkdownAsWritten = ({ text }: { text: string }) => (
  <div className="prose-text whitespace-pre-wrap">{text}</div>
);

/** Markdown as it reads. HTML in it stays text, links open nothing but http, https and mail. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<MarkdownAsWritten text={props.text} />}>
      <Rendered {...props} />
    </Suspense>
  );
}
