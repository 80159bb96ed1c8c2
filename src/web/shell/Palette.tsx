import { lazy, Suspense, useEffect, useState } from 'react';
import { toggleTheme } from '../draft/theme.ts';
import { t } from '../messages/index.ts';
import { useShortcut } from '../ui/useShortcut.ts';

const OPEN = 'afterword:palette';

/** Opens the palette from anywhere. */
export const openPalette = (): void => void dispatchEvent(new Event(OPEN));

const PaletteDialog = lazy(() =>
  import('./palette/PaletteDialog.tsx').then(module => ({ default: module.PaletteDialog })),
);

/** Go anywhere and do anything by typing: Ctrl K. What it shows is loaded when it is first opened. */
export function Palette() {
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
  if (!isOpen) return null;
  return (
    <Suspense>
      <PaletteDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}
