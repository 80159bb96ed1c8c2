import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { shortcuts, useShortcut } from '../ui/useShortcut.ts';
import { MAIN_PAGES, type MainPage } from './pages.ts';

/** All shortcuts in force, on `?`. */
export function ShortcutsSheet() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('?', t.shell.shortcuts, () => setOpen(true));
  return (
    <>
      {MAIN_PAGES.map(page => (
        <PageShortcut key={page.to} page={page} />
      ))}
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t.shell.shortcuts}
        description={t.shell.shortcutsText}
      >
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          {[...shortcuts].map(([keys, { label }]) => (
            <div key={keys} className="contents">
              <dt>
                <kbd className="rounded-sm border border-line bg-sunken px-1.5 py-0.5 font-mono text-sm">
                  {keys}
                </kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function PageShortcut({ page: { keys, label, to } }: { page: MainPage }) {
  const navigate = useNavigate();
  useShortcut(keys, label, () => void navigate({ to: to as string }));
  return null;
}
