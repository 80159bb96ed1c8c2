import { Square, SquareCheck } from 'lucide-react';
import type { Nodes } from 'mdast';
import { type ReactNode, useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { t } from '../messages/index.ts';
import { cx } from './cx.ts';
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
        <a
          href={href}
          rel="noreferrer noopener"
          // On paper nobody can follow it: the address is printed behind what does not say it.
          data-address={children === href ? undefined : href}
          className="text-accent underline underline-offset-2"
        >
          {children}
        </a>
      );
    return onCite ? (
      <a
        href={`?cite=${cited}`}
        // As high as a finger needs, also where several stand below each other.
        className="inline-block rounded-sm bg-accent-soft px-1 py-0.5 font-mono text-xs leading-5 text-accent hover:underline print:inline print:bg-transparent print:p-0"
        onClick={event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onCite(cited);
        }}
      >
        {children}
      </a>
    ) : (
      <span className="font-mono text-xs text-muted">{children}</span>
    );
  };

/** Pictures from elsewhere would tell others who reads this. */
const Picture = ({ alt, src }: { alt?: string | undefined; src?: unknown }) => (
  <span className="text-muted">[{alt || String(src ?? '')}]</span>
);

/** A task of a list: nothing is ticked here, it is read. */
const Task = ({ checked }: { checked?: boolean | undefined }) => {
  const Icon = checked ? SquareCheck : Square;
  return (
    <Icon
      size={15}
      role="img"
      aria-label={checked ? t.common.taskDone : t.common.taskOpen}
      className={cx('mr-1.5 inline-block align-[-0.15em]', checked ? 'text-good' : 'text-muted')}
    />
  );
};

/** Code and tables may be wider than there is room: what scrolls is reached by keyboard. */
const Code = ({ children }: { children?: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
  <pre tabIndex={0}>{children}</pre>
);
const Wide = ({ children }: { children?: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
  <table tabIndex={0}>{children}</table>
);

/** The renderer itself; loaded when Markdown is first shown. It makes elements, never HTML, so nothing needs cleaning. */
export function RenderedMarkdown({ text, onCite }: MarkdownProps) {
  // The same components every time: others would be other elements, and what has the focus would lose it.
  const components = useMemo(
    () => ({ a: linkWith(onCite), img: Picture, input: Task, pre: Code, table: Wide }),
    [onCite],
  );
  return (
    <div className="prose-text">
      <ReactMarkdown remarkPlugins={PLUGINS} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
