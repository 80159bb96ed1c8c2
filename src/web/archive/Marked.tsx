import { Fragment } from 'react';
import type { Snippet } from './hit.ts';

/** A stretch of text with the words that matched marked; … where the text goes on. */
export function Marked({ snippet: { text, marks, isCut } }: { snippet: Snippet }) {
  return (
    <>
      {isCut.before && '… '}
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
      {isCut.after && ' …'}
    </>
  );
}
