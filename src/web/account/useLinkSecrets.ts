import { useLocation } from '@tanstack/react-router';

/** What a one-time link carries behind its #, which browsers send to nobody. */
export function useLinkSecrets(): { token: string | undefined; email: string | undefined } {
  const hash = useLocation({ select: location => location.hash });
  const given = new URLSearchParams(hash);
  return { token: given.get('token') ?? undefined, email: given.get('email') ?? undefined };
}
