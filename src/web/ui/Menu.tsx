import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  /** Single keys shown beside the label. */
  keys?: string;
  isDangerous?: boolean;
  isDisabled?: boolean;
  onSelect(): void;
}

/** A button's list of things to do; `null` draws a line. */
export function Menu({ trigger, items }: { trigger: ReactNode; items: readonly (MenuItem | null)[] }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={4}
          className="z-50 min-w-48 rounded border border-line bg-raised p-1 shadow-float"
        >
          {items.map((item, index) =>
            item ? (
              <Radix.Item
                key={item.label}
                disabled={item.isDisabled ?? false}
                onSelect={item.onSelect}
                className={cx(
                  'flex h-8 select-none items-center gap-2.5 rounded-sm px-2.5 outline-none data-highlighted:bg-sunken data-disabled:opacity-50',
                  item.isDangerous && 'text-error',
                )}
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.keys && <kbd className="font-mono text-xs text-muted">{item.keys}</kbd>}
              </Radix.Item>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and items do not move.
              <Radix.Separator key={index} className="my-1 h-px bg-line" />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
