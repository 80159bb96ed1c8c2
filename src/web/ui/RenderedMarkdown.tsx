import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** The renderer itself; loaded when Markdown is first shown. It makes elements, never HTML, so nothing needs cleaning. */
export function RenderedMarkdown({ text }: { text: string }) {
  return (
    <div className="prose-text">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => (
            <a href={href} rel="noreferrer noopener" className="text-accent underline underline-offset-2">
              {children}
            </a>
          ),
          // Pictures from elsewhere would tell others who reads this.
          img: ({ alt, src }) => <span className="text-muted">[{alt || String(src ?? '')}]</span>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
