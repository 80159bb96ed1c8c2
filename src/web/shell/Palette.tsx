import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { toggleTheme } from '../draft/theme.ts';
import { t } from '../messages/index.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { MAIN_PAGES } from './pages.ts';
import { useMe } from './useMe.ts';

const OPEN = 'afterword:palette';

/** Opens the palette from anywhere. */
export const openPalette = (): void => void dispatchEvent(new Event(OPEN));

const ITEM =
  'flex h-9 cursor-pointer items-center gap-3 rounded px-2.5 aria-selected:bg-accent-soft aria-selected:text-accent';

/** Go anywhere and do anything by typing: Ctrl K. */
export function Palette() {
  const me = useMe();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const open = (): void => setOpen(true);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(wasOpen => !wasOpen);
    };
    addEventListener(OPEN, open);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener(OPEN, open);
      removeEventListener('keydown', onKey);
    };
  }, []);
  useShortcut('/', t.common.search, openPalette);
  useShortcut('d', t.shell.theme, toggleTheme);

  const pages = MAIN_PAGES.filter(({ may }) => !may || me.may(may));
  const run = (what: () => void) => (): void => {
    setOpen(false);
    what();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/35" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed left-1/2 top-[12vh] z-50 w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">{t.shell.palette}</Dialog.Title>
          <Command label={t.shell.palette}>
            <Command.Input
              placeholder={t.shell.palettePlaceholder}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-lg outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-6 text-center text-muted">
                {t.shell.paletteEmpty}
              </Command.Empty>
              <Command.Group heading={t.shell.pages} className="text-sm text-muted">
                {pages.map(({ to, label, icon: Icon, keys }) => (
                  <Command.Item
                    key={to}
                    className={ITEM}
                    onSelect={run(() => void navigate({ to: to as string }))}
                  >
                    <Icon size={16} aria-hidden />
                    <span className="flex-1 text-base text-text">{label}</span>
                    <kbd className="font-mono text-xs">{keys}</kbd>
                  </Command.Item>
                ))}
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
