import { Lock, Users } from 'lucide-react';
import { t } from '../messages/index.ts';
import type { Postmortem } from './postmortem.ts';

/** Who may see a postmortem, to read. */
export function ViewerList({ postmortem: { isRestricted, access } }: { postmortem: Postmortem }) {
  if (!isRestricted) return <p>{t.postmortems.levelText.open}</p>;
  return (
    <>
      <p className="mb-3 flex items-start gap-2">
        <Lock size={15} aria-hidden className="mt-0.5 shrink-0 text-muted" />
        {t.postmortems.levelText.restricted}
      </p>
      <ul className="divide-y divide-line rounded border border-line">
        {access.teams.map(({ id, name }) => (
          <li key={id} dir="auto" className="flex items-center gap-2 px-3 py-2">
            <Users size={14} aria-hidden className="shrink-0 text-muted" />
            {name}
          </li>
        ))}
        {access.people.map(({ id, name }) => (
          <li key={id} dir="auto" className="px-3 py-2">
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
