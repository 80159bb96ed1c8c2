import { Download } from 'lucide-react';
import { downloadFile } from '../../client/browser/downloadFile.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';

const EXPORT = '/api/v1/audit/export';

/** Downloads the log, whole or of one incident; the browser saves it as it comes. */
export function ExportMenu({ incidentId }: { incidentId?: string }) {
  const item = (label: string, query: Record<string, string>) => ({
    label,
    onSelect: () => downloadFile(`${EXPORT}?${new URLSearchParams(query)}`),
  });
  return (
    <Menu
      trigger={<Button icon={<Download size={15} aria-hidden />}>{t.audit.export.button}</Button>}
      items={[
        item(t.audit.export.jsonl, { format: 'jsonl' }),
        item(t.audit.export.ocsf, { format: 'ocsf' }),
        ...(incidentId ? [item(t.audit.export.incident(incidentId), { format: 'jsonl', incidentId })] : []),
      ]}
    />
  );
}
