import {
  Archive,
  ClipboardCheck,
  FileText,
  Flame,
  House,
  type LucideIcon,
  Network,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react';
import type { Role } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';

export interface MainPage {
  to: string;
  label: string;
  icon: LucideIcon;
  /** Two keys in a row that lead there. */
  keys: string;
  /** Roles that the page is for; everyone unless said. */
  may?: readonly Role[];
}

/** The pages of the main navigation, in its order; palette and shortcuts list the same. */
export const MAIN_PAGES: readonly MainPage[] = [
  { to: '/', label: t.shell.home, icon: House, keys: 'g h' },
  { to: '/incidents', label: t.shell.incidents, icon: Flame, keys: 'g i' },
  { to: '/postmortems', label: t.shell.postmortems, icon: FileText, keys: 'g p' },
  { to: '/actions', label: t.shell.actions, icon: ClipboardCheck, keys: 'g a' },
  { to: '/archive', label: t.shell.archive, icon: Archive, keys: 'g r' },
  { to: '/services', label: t.shell.services, icon: Network, keys: 'g s' },
  { to: '/people', label: t.shell.people, icon: Users, keys: 'g u' },
  { to: '/audit', label: t.shell.audit, icon: ScrollText, keys: 'g l', may: ['administrator'] },
  { to: '/settings', label: t.shell.settings, icon: Settings, keys: 'g t' },
];
