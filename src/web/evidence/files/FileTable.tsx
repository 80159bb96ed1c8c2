import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Badge } from '../../ui/Badge.tsx';
import { bytesText } from '../../ui/bytesText.ts';
import { cx } from '../../ui/cx.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import type { EvidenceItem } from '../evidence.ts';
import type { FileCoverage } from './useCoverage.ts';

interface FileTableProps {
  files: readonly EvidenceItem[];
  /** Undefined while nothing was read. */
  coverageOf: ((name: string) => FileCoverage | undefined) | undefined;
  onOpen(id: string): void;
}

/** Files of evidence, one a row. */
export function FileTable({ files, coverageOf, onOpen }: FileTableProps) {
  const columns: Column<EvidenceItem>[] = [
    {
      key: 'name',
      label: t.evidence.column.name,
      cell: ({ id, name, description, removal }) => (
        <>
          <button
            type="button"
            className={cx(
              'text-left font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline',
              removal && 'line-through',
            )}
            onClick={() => onOpen(id)}
          >
            {/* A name is a path: it reads from the left, whatever it is made of. */}
            <bdi>{name}</bdi>
          </button>
          {removal && (
            <span className="ml-2">
              <Badge>{t.evidence.removed}</Badge>
            </span>
          )}
          {description && <p className="line-clamp-1 max-w-[60ch] text-sm text-muted">{description}</p>}
        </>
      ),
    },
    {
      key: 'readAs',
      label: t.evidence.column.readAs,
      cell: ({ name, removal }) => <ReadAs coverage={removal ? undefined : coverageOf?.(name)} />,
    },
    {
      key: 'records',
      label: t.evidence.column.records,
      isNumber: true,
      cell: ({ name, removal }) => {
        const coverage = removal ? undefined : coverageOf?.(name);
        return coverage && !coverage.skipped ? countText(coverage.records) : '–';
      },
    },
    {
      key: 'bytes',
      label: t.evidence.column.size,
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ bytes }) => bytesText(bytes),
    },
    {
      key: 'hash',
      label: t.evidence.column.hash,
      isExtra: true,
      cell: ({ sha256 }) => (
        <Tooltip text={<span className="font-mono break-all">{sha256}</span>}>
          <code className="font-mono text-sm text-muted">{sha256.slice(0, 12)}</code>
        </Tooltip>
      ),
    },
    {
      key: 'collected',
      label: t.evidence.column.collected,
      isExtra: true,
      cell: ({ collectedBy, collectedAt }) => (
        <span className="flex flex-wrap gap-x-2">
          <bdi>{collectedBy?.name ?? t.common.unknown}</bdi>
          <span className="text-muted">
            <Time at={collectedAt} as="ago" />
          </span>
        </span>
      ),
    },
  ];
  return <Table caption={t.evidence.title} columns={columns} rows={files} keyOf={({ id }) => id} />;
}

function ReadAs({ coverage }: { coverage: FileCoverage | undefined }) {
  if (!coverage) return <span className="text-muted">–</span>;
  if (coverage.skipped) return <span className="text-sm text-warn">{coverage.skipped}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>{coverage.readers.join(', ') || t.common.none}</span>
      {coverage.notUnderstood > 0 && (
        <Badge tone="warn">{t.evidence.notUnderstood(coverage.notUnderstood)}</Badge>
      )}
    </span>
  );
}
