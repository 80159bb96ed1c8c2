import { type LucideIcon, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

interface EmptyListProps {
  icon: LucideIcon;
  /** What the list says while nothing is in it, and while nothing matches its filters. */
  words: Readonly<Record<'emptyTitle' | 'emptyText' | 'noMatchTitle' | 'noMatchText', string>>;
  /** What to press while nothing is in it. */
  action?: ReactNode;
  /** Takes all filters away; undefined while there are none. */
  onClear: (() => void) | undefined;
}

/** A list without rows: because there is nothing yet, or because of its filters. */
export function EmptyList({ icon: Icon, words, action, onClear }: EmptyListProps) {
  return onClear ? (
    <EmptyState
      icon={<Search size={28} />}
      title={words.noMatchTitle}
      text={words.noMatchText}
      action={<Button onClick={onClear}>{t.common.clearFilters}</Button>}
    />
  ) : (
    <EmptyState icon={<Icon size={28} />} title={words.emptyTitle} text={words.emptyText} action={action} />
  );
}
