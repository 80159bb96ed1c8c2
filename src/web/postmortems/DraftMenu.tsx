import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Download } from 'lucide-react';
import { downloadFile } from '../../client/browser/downloadFile.ts';
import { api } from '../api.ts';
import { useReadings } from '../evidence/reading/useReadings.ts';
import type { Incident } from '../incidents/incident.ts';
import { t } from '../messages/index.ts';
import { saveFile } from '../timeline/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { sayError } from '../ui/Toasts.tsx';

/** What the evidence says by itself, to take along: as a page that needs nothing else, as Markdown, as data. */
export function DraftMenu({ incident: { id, number } }: { incident: Incident }) {
  const { done } = useReadings(id);
  const address = `/api/v1/incidents/${number}/draft`;
  const takeMarkdown = useMutation({
    mutationFn: () => api.drafts.markdown.call({ incidentId: number }),
    onSuccess: ({ markdown }) =>
      saveFile(new Blob([markdown], { type: 'text/markdown' }), `${number} draft.md`),
    onError: sayError,
  });
  if (!done) return null;
  return (
    <Menu
      trigger={
        <Button icon={<Download size={15} aria-hidden />} isBusy={takeMarkdown.isPending}>
          {t.postmortems.draft.button}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      items={[
        { label: t.postmortems.draft.page, onSelect: () => downloadFile(`${address}/page`) },
        { label: t.postmortems.draft.markdown, onSelect: () => takeMarkdown.mutate() },
        { label: t.postmortems.draft.data, onSelect: () => downloadFile(address) },
      ]}
    />
  );
}
