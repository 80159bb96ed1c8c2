import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { TextField } from './Field.tsx';

interface FilterBarProps {
  /** What the words are searched in. */
  label: string;
  text: string | undefined;
  /** How many of the other filters are set: said where they are folded away. */
  count: number;
  /** The other filters, where there are any. */
  children?: ReactNode;
  /** What stands at the end and is never folded away. */
  end?: ReactNode;
  onText(text: string | undefined): void;
}

/** The filters of a list: words, and the others beside them; on a narrow screen the others wait behind a button. */
export function FilterBar({ label, text, count, children, end, onText }: FilterBarProps) {
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <search className="no-print mb-3 flex flex-wrap items-end gap-2.5">
      <TextField
        label={label}
        type="search"
        className="min-w-44 max-w-md flex-1"
        value={text ?? ''}
        onChange={event => onText(event.target.value || undefined)}
      />
      {children && (
        <Button
          className="sm:hidden"
          aria-expanded={isUnfolded}
          aria-controls={id}
          icon={<SlidersHorizontal size={15} aria-hidden />}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {count > 0 ? t.archive.filterCount(count) : t.archive.filters}
        </Button>
      )}
      <div
        id={id}
        className={cx(
          'contents max-sm:w-full max-sm:grid-cols-2 max-sm:items-end max-sm:gap-2.5',
          isUnfolded ? 'max-sm:grid' : 'max-sm:hidden',
        )}
      >
        {children}
      </div>
      {end && <div className="ml-auto">{end}</div>}
    </search>
  );
}
