import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { cx } from './cx.ts';
import { Field } from './Field.tsx';

export interface Found {
  id: string;
  name: string;
  /** What tells two of one name apart. */
  detail?: string;
}

interface PickFoundProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  chosen: readonly Found[];
  /** What fits the text that was typed; the chosen are left out here. */
  found: readonly Found[];
  /** The text in the field. */
  text: string;
  onSearch(text: string): void;
  onAdd(picked: Found): void;
  onRemove(picked: Found): void;
  isReadOnly?: boolean;
  className?: string;
}

/** Several of very many: typing finds, arrows and Enter pick, what is chosen stands as chips that can be taken away. */
export function PickFound({
  label,
  hint,
  error,
  placeholder,
  chosen,
  found,
  text,
  onSearch,
  onAdd,
  onRemove,
  isReadOnly = false,
  className,
}: PickFoundProps) {
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const left = found.filter(({ id }) => !chosen.some(other => other.id === id));
  const current = left[Math.min(at, left.length - 1)];
  const isShown = isOpen && left.length > 0;

  const pick = (picked: Found): void => {
    onAdd(picked);
    onSearch('');
    setAt(0);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = chosen.at(-1);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(isShown ? (Math.min(at, left.length - 1) + step + left.length) % left.length : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && (isShown || text !== '')) {
      // What was typed is not lost by sending the form around it.
      event.preventDefault();
      if (isShown && current) pick(current);
    } else if (event.key === 'Escape' && isShown) {
      // The list closes, not the dialog around it.
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '' && last) onRemove(last);
  };
  return (
    <Field label={label} hint={hint} error={error} {...(className && { className })}>
      {field => (
        <div className="relative flex min-h-8 flex-wrap items-center gap-1.5 rounded border border-line bg-panel p-[3px] outline-offset-2 outline-accent has-[input:focus-visible]:outline-2">
          {chosen.map(picked => (
            <button
              key={picked.id}
              type="button"
              disabled={isReadOnly}
              aria-label={`× ${picked.name}`}
              className="flex min-h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft pl-2.5 pr-1.5 text-left text-sm text-accent"
              onClick={() => onRemove(picked)}
            >
              <span dir="auto" className="truncate">
                {picked.name}
              </span>
              {!isReadOnly && <X size={13} aria-hidden className="shrink-0" />}
            </button>
          ))}
          <input
            {...field}
            role="combobox"
            autoComplete="off"
            aria-expanded={isShown}
            aria-controls={isShown ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isShown && current ? `${listId}-${current.id}` : undefined}
            disabled={isReadOnly}
            placeholder={isReadOnly ? '' : placeholder}
            value={text}
            className="h-6 min-w-32 flex-1 bg-transparent px-1 outline-none placeholder:text-muted"
            onChange={event => {
              onSearch(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          {isShown && (
            <div
              id={listId}
              role="listbox"
              aria-label={label}
              className="absolute inset-x-0 top-full z-10 mt-1 max-h-56 overflow-y-auto rounded border border-line bg-raised p-1 shadow-float"
            >
              {left.map(choice => (
                <div
                  key={choice.id}
                  id={`${listId}-${choice.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={choice === current}
                  className={cx(
                    'flex min-h-8 cursor-pointer items-center gap-3 rounded-sm px-2.5',
                    choice === current && 'bg-accent-soft text-accent',
                  )}
                  // Before the field loses focus, which would close the list under the pointer.
                  onPointerDown={event => {
                    event.preventDefault();
                    pick(choice);
                  }}
                >
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {choice.name}
                  </span>
                  {choice.detail && <span className="truncate text-sm text-muted">{choice.detail}</span>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
