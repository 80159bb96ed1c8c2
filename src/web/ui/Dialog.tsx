import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { keepOpener, readOpener, returnFocus } from './returnFocus.ts';
import { Toasts } from './Toasts.tsx';

interface DialogProps {
  isOpen: boolean;
  onClose(): void;
  title: string;
  description?: string;
  /** `side` slides in from the right and keeps the page in view. */
  place?: 'middle' | 'side';
  /** What gets the focus first; else the window itself. */
  focusFirst?: () => HTMLElement | null;
  footer?: ReactNode;
  children: ReactNode;
}

const PLACES = {
  middle: 'left-1/2 top-[8vh] max-h-[84vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 rounded-lg',
  side: 'inset-y-0 right-0 w-[min(40rem,100vw)] border-y-0 border-r-0',
} as const;

/** A window over the page: focus stays in it, Escape closes it, focus returns to where it was. */
export function Dialog({ isOpen, onClose, ...content }: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Content {...content} />
      </Radix.Portal>
    </Radix.Root>
  );
}

function Content({
  title,
  description,
  place = 'middle',
  focusFirst,
  footer,
  children,
}: Omit<DialogProps, 'isOpen' | 'onClose'>) {
  const [opener] = useState(readOpener);
  return (
    <>
      <Radix.Overlay className="fixed inset-0 z-50 bg-black/35" />
      <Radix.Content
        {...(!description && { 'aria-describedby': undefined })}
        ref={element => keepOpener(element, opener)}
        onOpenAutoFocus={event => {
          event.preventDefault();
          (focusFirst?.() ?? (event.target as HTMLElement)).focus();
        }}
        onCloseAutoFocus={event => {
          event.preventDefault();
          returnFocus(opener);
        }}
        className={cx(
          'fixed z-50 flex flex-col border border-line bg-raised shadow-float outline-none',
          PLACES[place],
        )}
      >
        <header className="flex items-start gap-4 border-b border-line px-5 py-3.5">
          <div className="min-w-0 flex-1 pt-1">
            <Radix.Title dir="auto" className="line-clamp-3 text-lg font-semibold [overflow-wrap:anywhere]">
              {title}
            </Radix.Title>
            {description && <Radix.Description className="text-muted">{description}</Radix.Description>}
          </div>
          <Radix.Close asChild>
            <Button kind="quiet" size="icon" aria-label={t.common.close} icon={<X size={16} />} />
          </Radix.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        <div className="relative">
          <Toasts className="absolute bottom-full pb-3" />
        </div>
        {footer && (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            {footer}
          </footer>
        )}
      </Radix.Content>
    </>
  );
}
