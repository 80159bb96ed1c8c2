import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { Time } from '../ui/Time.tsx';
import type { Version } from './postmortem.ts';

interface VersionEntryProps {
  entry: Version;
  isShown: boolean;
  onOpen(): void;
}

/** One version in the list: its number, when, by whom, and what it changed. */
export function VersionEntry({ entry, isShown, onOpen }: VersionEntryProps) {
  const { version, author, note, changedSections, createdAt } = entry;
  const what = [author?.name ?? t.common.unknown, note, changedSections.map(({ title }) => title).join(', ')];
  return (
    <li>
      <button
        type="button"
        aria-current={isShown}
        className={cx(
          'w-full rounded px-2.5 py-1.5 text-left',
          isShown ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
        onClick={onOpen}
      >
        <span className="flex justify-between gap-2">
          <span className="font-medium">{t.postmortems.version(version)}</span>
          <span className="text-sm text-muted">
            <Time at={createdAt} as="ago" />
          </span>
        </span>
        <span dir="auto" className="line-clamp-2 text-sm text-muted [overflow-wrap:anywhere]">
          {what.filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
}
