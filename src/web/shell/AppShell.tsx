import { Link, Outlet } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { EvidenceIntake } from '../evidence/intake/EvidenceIntake.tsx';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Connection } from './Connection.tsx';
import { Palette } from './Palette.tsx';
import { MAIN_PAGES } from './pages.ts';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';
import { TopBar } from './TopBar.tsx';
import { useLiveEvents } from './useLiveEvents.ts';
import { useMe } from './useMe.ts';

const UploadStatus = lazy(() =>
  import('../evidence/upload/UploadStatus.tsx').then(module => ({ default: module.UploadStatus })),
);

/** What stands around every page: navigation, search, account; live updates run as long as it is shown. */
export function AppShell() {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const mayAdd = useMe().may(CONTRIBUTORS);
  useLiveEvents();
  useEffect(() => {
    if (!isMenuOpen) return;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setMenuOpen(false);
      menuButton.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isMenuOpen]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-[80] focus:rounded focus:bg-raised focus:px-3 focus:py-1.5"
      >
        {t.common.skip}
      </a>
      <TopBar
        menu={
          <Button
            ref={menuButton}
            kind="quiet"
            size="icon"
            className="md:hidden"
            aria-label={t.shell.menu}
            aria-expanded={isMenuOpen}
            icon={<MenuIcon size={18} />}
            onClick={() => setMenuOpen(!isMenuOpen)}
          />
        }
        status={
          mayAdd && (
            <Suspense>
              <UploadStatus />
            </Suspense>
          )
        }
      />
      <Connection />
      <div className="flex flex-1">
        <Navigation isOpen={isMenuOpen} onGo={() => setMenuOpen(false)} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      <Palette />
      <ShortcutsSheet />
      {mayAdd && <EvidenceIntake />}
    </div>
  );
}

function Navigation({ isOpen, onGo }: { isOpen: boolean; onGo(): void }) {
  const me = useMe();
  return (
    <nav
      aria-label={t.shell.navigation}
      className={cx(
        'no-print sticky top-12 h-[calc(100dvh-3rem)] w-48 shrink-0 flex-col gap-0.5 border-r border-line bg-paper p-2 max-md:fixed max-md:z-30 max-md:w-full',
        isOpen ? 'flex' : 'hidden md:flex',
      )}
    >
      {MAIN_PAGES.filter(({ may }) => !may || me.may(may)).map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/' }}
          onClick={onGo}
          className="flex h-8 items-center gap-2.5 rounded px-2.5 text-muted hover:bg-sunken hover:text-text max-md:h-11"
          activeProps={{ className: 'bg-accent-soft !text-accent font-medium', 'aria-current': 'page' }}
        >
          <Icon size={16} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
