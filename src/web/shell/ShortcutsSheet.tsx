import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { shortcuts, useShortcut } from '../ui/useShortcut.ts';
import { APP_KEYS, PAGE_KEYS } from './appKeys.ts';
import { MAIN_PAGES, type MainPage } from './pages.ts';

const ANYWHERE: readonly (readonly [keys: string, label: string])[] = [['Ctrl K', t.shell.palette]];

/** All shortcuts in force, on `?`: what the page that is shown can do, what works anywhere, where one can go. */
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
        {isOpen && <Sheet />}
      </Dialog>
    </>
  );
}

function Sheet() {
  const all = [...shortcuts].map(([keys, { label }]) => [keys, label] as const);
  const isOfApp = ([keys]: readonly [string, string]): boolean => APP_KEYS.has(keys);
  const isOfPage = ([keys]: readonly [string, string]): boolean => PAGE_KEYS.has(keys);
  return (
    <div className="gap-x-8 sm:columns-2">
      <Keys title={t.shell.here} keys={all.filter(one => !isOfApp(one) && !isOfPage(one))} />
      <Keys title={t.shell.anywhere} keys={[...ANYWHERE, ...all.filter(isOfApp)]} />
      <Keys title={t.shell.pages} keys={all.filter(isOfPage)} />
    </div>
  );
}

function Keys({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  if (keys.length === 0) return null;
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 text-sm font-medium text-muted">{title}</h3>
      <dl className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-baseline gap-y-1.5">
        {keys.map(([key, label]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="whitespace-nowrap rounded-sm border border-line bg-sunken px-1.5 py-0.5 font-mono text-xs">
                {key}
              </kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PageShortcut({ page: { keys, label, to } }: { page: MainPage }) {
  const navigate = useNavigate();
  useShortcut(keys, label, () => void navigate({ to: to as string }));
  return null;
}
