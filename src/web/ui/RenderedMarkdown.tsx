import type { Nodes } from 'mdast';
import { type ReactNode, useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { MarkdownProps } from './Markdown.tsx';

const CITATION = /^#(e\d+)$/;
const LINE_BREAK = /^<br\s*\/?>$/i;

/** `<br>` is the only way to break a line in a table's cell, and the only HTML that means something here. */
const breakLines = () => (tree: Nodes) => {
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach((child, index) => {
      if (child.type === 'html' && LINE_BREAK.test(child.value))
        node.children[index] = { type: 'break' } as never;
      else walk(child);
    });
  };
  walk(tree);
};

const PLUGINS = [remarkGfm, breakLines];

/** Links: citations open the evidence, addresses lead elsewhere. */
const linkWith =
  (onCite: MarkdownProps['onCite']) =>
  ({ href, children }: { href?: string | undefined; children?: ReactNode }): ReactNode => {
    const cited = CITATION.exec(href ?? '')?.[1];
    if (!cited)
      return (
        <a href={href} rel="noreferrer noopener" className="text-accent underline underline-offset-2">
          {children}
        </a>
      );
    return onCite ? (
      <button
        type="button"
        className="min-h-6 min-w-6 rounded-sm bg-accent-soft px-1 font-mono text-xs text-accent hover:underline"
        onClick={() => onCite(cited)}
      >
        {children}
      </button>
    ) : (
      <span className="font-mono text-xs text-muted">{children}</span>
    );
  };

/** Pictures from elsewhere would tell others who reads this. */
const Picture = ({ alt, src }: { alt?: string | undefined; src?: unknown }) => (
  <span className="text-muted">[{alt || String(src ?? '')}]</span>
);

/** The renderer itself; loaded when Markdown is first shown. It makes elements, never HTML, so nothing needs cleaning. */
export function RenderedMarkdown({ text, onCite }: MarkdownProps) {
  // The same components every time: others would be other elements, and what has the focus would lose it.
  const components = useMemo(() => ({ a: linkWith(onCite), img: Picture }), [onCite]);
  return (
    <div className="prose-text">
      <ReactMarkdown remarkPlugins={PLUGINS} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
