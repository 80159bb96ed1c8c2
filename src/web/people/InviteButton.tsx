import { useNavigate } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { useShortcut } from '../ui/useShortcut.ts';

/** Leads to inviting somebody, for those who may. */
export function InviteButton() {
  const me = useMe();
  const navigate = useNavigate();
  const mayInvite = me.may(ADMINISTRATORS);
  const invite = (): void => void navigate({ to: '/people/invitations', search: { invite: true } });
  useShortcut('n', t.invitations.inviteTitle, () => mayInvite && invite());
  if (!mayInvite) return null;
  return (
    <Button kind="primary" icon={<UserPlus size={15} aria-hidden />} onClick={invite}>
      {t.invitations.invite}
    </Button>
  );
}
