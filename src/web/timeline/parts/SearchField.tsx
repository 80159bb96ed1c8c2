import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';

interface SearchFieldProps {
  inputRef: RefObject<HTMLInputElement | null>;
  text: string;
  /** Undefined while nothing is searched. */
  found: { place: number; total: number; isCut: boolean } | undefined;
  isPending: boolean;
  onSearch(text: string): void;
  onStep(direction: 1 | -1): void;
}

/** Typing pauses this long, in milliseconds, before the search begins. */
const PAUSE = 250;

/** Finds events by their text: what is found is marked, Enter and Shift Enter step through it. */
export function SearchField({ inputRef, text, found, isPending, onSearch, onStep }: SearchFieldProps) {
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed begins a search.
  useEffect(() => {
    if (draft.trim() === text) return;
    const timer = setTimeout(() => onSearch(draft.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <search className="flex h-8 min-w-0 basis-72 items-center rounded border border-line bg-panel pl-2 focus-within:outline-2 focus-within:outline-accent max-sm:basis-full">
      <Search size={15} aria-hidden className="shrink-0 text-muted" />
      <input
        ref={inputRef}
        type="search"
        aria-label={t.timeline.search}
        placeholder={t.timeline.search}
        spellCheck={false}
        autoComplete="off"
        className="min-w-0 flex-1 bg-transparent px-2 outline-none placeholder:text-muted"
        value={draft}
        onChange={event => setDraft(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            setDraft('');
            onSearch('');
          }
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (draft.trim() === text) onStep(event.shiftKey ? -1 : 1);
          else onSearch(draft.trim());
        }}
      />
      <output className="tabular whitespace-nowrap px-1 text-xs text-muted" aria-busy={isPending}>
        {found &&
          (found.total === 0
            ? t.timeline.nothingFound
            : t.timeline.found(found.place, found.total, found.isCut))}
      </output>
      {found && found.total > 0 && (
        <>
          <Button
            kind="quiet"
            size="icon"
            className="!h-7 !w-7"
            aria-label={t.timeline.previous}
            icon={<ChevronUp size={15} />}
            onClick={() => onStep(-1)}
          />
          <Button
            kind="quiet"
            size="icon"
            className="!h-7 !w-7"
            aria-label={t.timeline.next}
            icon={<ChevronDown size={15} />}
            onClick={() => onStep(1)}
          />
        </>
      )}
    </search>
  );
}
