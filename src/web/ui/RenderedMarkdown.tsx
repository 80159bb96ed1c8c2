import type { Nodes } from 'mdast';
import type { ReactNode } from 'react';
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

/** The renderer itself; loaded when Markdown is first shown. It makes elements, never HTML, so nothing needs cleaning. */
export function RenderedMarkdown({ text, onCite }: MarkdownProps) {
  const link = ({ href, children }: { href?: string | undefined; children?: ReactNode }): ReactNode => {
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
  return (
    <div className="prose-text">
      <ReactMarkdown
        remarkPlugins={PLUGINS}
        components={{
          a: link,
          // Pictures from elsewhere would tell others who reads this.
          img: ({ alt, src }) => <span className="text-muted">[{alt || String(src ?? '')}]</span>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
