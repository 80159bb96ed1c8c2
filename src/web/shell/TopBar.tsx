import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleUser, Clock, LogOut, Moon, Search, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { signOut } from '../../client/browser/signIn.ts';
import { toggleTheme } from '../draft/theme.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { sayError } from '../ui/Toasts.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { nextZone, useZone } from '../ui/zone.ts';
import { openPalette } from './Palette.tsx';
import { useMe } from './useMe.ts';

interface TopBarProps {
  menu: ReactNode;
  /** What is under way. */
  status: ReactNode;
}

/** The bar above every page. */
export function TopBar({ menu, status }: TopBarProps) {
  return (
    <header className="no-print sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-paper px-3 sm:px-4">
      {menu}
      <Link to="/" className="mr-2 flex items-center gap-2 font-semibold tracking-tight">
        <img src="/icon.svg" alt="" width={22} height={22} />
        <span className="max-sm:sr-only">{t.common.product}</span>
      </Link>
      <Button
        className="w-72 min-w-0 justify-start !text-muted"
        icon={<Search size={15} aria-hidden />}
        onClick={openPalette}
      >
        <span className="flex-1 truncate text-left font-normal">{t.shell.palette}</span>
        <kbd className="font-mono text-xs max-sm:hidden">Ctrl K</kbd>
      </Button>
      <div className="flex-1" />
      {status}
      <ZoneSwitch />
      <AccountMenu />
    </header>
  );
}

function ZoneSwitch() {
  const zone = useZone();
  useShortcut('z', t.shell.zone, nextZone);
  return (
    <Button
      kind="quiet"
      size="small"
      className="max-sm:hidden"
      aria-label={`${t.shell.zone}: ${zone}`}
      onClick={nextZone}
    >
      {zone}
    </Button>
  );
}

function AccountMenu() {
  const me = useMe();
  const zone = useZone();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      queryClient.clear();
      await navigate({ to: '/sign-in' });
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Menu
      trigger={
        <Button kind="quiet" aria-label={`${t.shell.account}: ${me.name}`} icon={<CircleUser size={18} />}>
          <span className="max-w-40 truncate max-md:sr-only">{me.name}</span>
        </Button>
      }
      items={[
        {
          label: t.shell.account,
          icon: <Settings size={15} />,
          onSelect: () => void navigate({ to: '/settings' as string }),
        },
        { label: t.shell.theme, icon: <Moon size={15} />, keys: 'd', onSelect: toggleTheme },
        { label: `${t.shell.zone}: ${zone}`, icon: <Clock size={15} />, keys: 'z', onSelect: nextZone },
        null,
        { label: t.shell.signOut, icon: <LogOut size={15} />, onSelect: () => void leave() },
      ]}
    />
  );
}
