import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { Time } from '../../ui/Time.tsx';

/** Who had which role in an incident from when to when, and what they passed on. */
export function RolesPanel({ incidentId, onClose }: { incidentId: string; onClose(): void }) {
  const list = useInfiniteQuery(
    api.incidents.roleChanges.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: incidentId, limit: 100, ...(cursor && { cursor }) }),
      ...paging,
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} place="side" title={t.incidentPeople.history}>
      <ListFrame list={list} empty={<p className="text-muted">{t.incidentPeople.historyEmpty}</p>}>
        {changes => (
          <ol aria-label={t.incidentPeople.history} className="divide-y divide-line">
            {changes.map(({ id, role, person, since, until, note, assignedBy }) => (
              <li key={id} className="py-2.5">
                <p className="flex flex-wrap gap-x-2">
                  <span dir="auto" className="font-medium">
                    {person.name}
                  </span>
                  <span className="text-muted">{t.incidents.role[role]}</span>
                </p>
                <p className="text-sm text-muted">
                  <Time at={since} /> – {until ? <Time at={until} /> : t.incidentPeople.stillHas}
                  {assignedBy && ` · ${t.incidentPeople.assignedBy(assignedBy.name)}`}
                </p>
                {note && (
                  <p dir="auto" className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {note}
                  </p>
                )}
              </li>
            ))}
          </ol>
        )}
      </ListFrame>
    </Dialog>
  );
}
