import {
  ClipboardPlus,
  Clock,
  FilePlus2,
  FileText,
  KeySquare,
  type LucideIcon,
  Moon,
  Network,
  ShieldCheck,
  Siren,
  Tag,
  UserPlus,
  UsersRound,
} from 'lucide-react';
import { ADMINISTRATORS, CONTRIBUTORS, KEEPERS, type Role } from '../../../contract/roles.ts';
import { toggleTheme } from '../../draft/theme.ts';
import { t } from '../../messages/index.ts';
import { nextZone } from '../../ui/zone.ts';

export interface PaletteCommand {
  label: string;
  icon: LucideIcon;
  /** Roles that may do it; everyone unless said. */
  may?: readonly Role[];
  /** Where it is done, or what is done at once. */
  does: { to: string; search?: Record<string, unknown> } | (() => void);
}

/** What can be done from anywhere, the most urgent first. */
export const COMMANDS: readonly PaletteCommand[] = [
  {
    label: t.shell.declare,
    icon: Siren,
    may: CONTRIBUTORS,
    does: { to: '/incidents', search: { declare: true } },
  },
  {
    label: t.postmortems.open,
    icon: FileText,
    may: CONTRIBUTORS,
    does: { to: '/postmortems', search: { open: 'new' } },
  },
  {
    label: t.actions.add,
    icon: ClipboardPlus,
    may: CONTRIBUTORS,
    does: { to: '/actions', search: { open: 'new' } },
  },
  {
    label: t.services.add,
    icon: Network,
    may: KEEPERS,
    does: { to: '/services', search: { open: 'new' } },
  },
  {
    label: t.invitations.inviteTitle,
    icon: UserPlus,
    may: ADMINISTRATORS,
    does: { to: '/people/invitations', search: { invite: true } },
  },
  {
    label: t.teams.add,
    icon: UsersRound,
    may: ADMINISTRATORS,
    does: { to: '/people/teams', search: { open: 'new' } },
  },
  { label: t.tokens.create, icon: KeySquare, does: { to: '/settings/tokens', search: { create: true } } },
  { label: t.templates.add, icon: FilePlus2, may: KEEPERS, does: { to: '/settings/templates/new' } },
  { label: t.taxonomy.add, icon: Tag, may: KEEPERS, does: { to: '/settings/terms' } },
  {
    label: t.shell.verifyLog,
    icon: ShieldCheck,
    may: ADMINISTRATORS,
    does: { to: '/audit', search: { show: 'verification' } },
  },
  { label: t.shell.theme, icon: Moon, does: toggleTheme },
  { label: t.shell.switchZone, icon: Clock, does: nextZone },
];
