import { DIMENSIONS, type Dimension } from '../../../core/taxonomy/taxonomy.ts';
import { t } from '../../messages/index.ts';
import { useTerms } from '../fields/useTerms.ts';
import type { Incident } from '../incident.ts';
import type { Difference } from './bulkEdit.ts';

export interface Foreseen {
  incident: Incident;
  differences: readonly Difference[];
  /** Why its state does not allow it. */
  refusal: string | undefined;
  /** What the server said against it. */
  answer: string | undefined;
}

/** What will become of each incident: what changes, that nothing does, or why it cannot. */
export function ChangePreview({ foreseen }: { foreseen: readonly Foreseen[] }) {
  return (
    <ul
      aria-label={t.incidentBulk.preview}
      className="max-h-64 divide-y divide-line overflow-y-auto rounded border border-line text-sm"
    >
      {foreseen.map(({ incident: { id, number, title }, differences, refusal, answer }) => (
        <li key={id} className="px-3 py-1.5">
          <p className="flex gap-2">
            <span className="tabular shrink-0 text-muted">{number}</span>
            <span dir="auto" className="truncate">
              {title}
            </span>
          </p>
          {(refusal ?? answer) && <p className="text-error">{refusal ?? answer}</p>}
          {!refusal && differences.length === 0 && <p className="text-muted">{t.incidentBulk.same}</p>}
          {!refusal &&
            differences.map(difference => (
              <p key={difference.field} className="[overflow-wrap:anywhere]">
                <Shown {...difference} />
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}

const isDimension = (field: string): field is Dimension => (DIMENSIONS as readonly string[]).includes(field);

function Shown({ field, before, after }: Difference) {
  const { nameOf } = useTerms();
  const nameIn = (value: string | null): string => {
    if (value === null) return t.incidentBulk.none;
    if (isDimension(field)) return nameOf(field, value);
    if (field === 'severity') return t.incidents.severity[value] ?? value;
    return field === 'state' ? (t.incidents.state[value] ?? value) : value;
  };
  const labels: Record<Difference['field'], string | undefined> = {
    severity: t.incidents.column.severity,
    state: t.incidents.column.state,
    services: t.incidents.column.services,
    owner: t.incidentBulk.owner,
    layer: t.incidents.dimension.layer,
    causeClass: t.incidents.dimension.causeClass,
    useCase: t.incidents.dimension.useCase,
  };
  return (
    <>
      <span className="text-muted">{labels[field]}:</span>{' '}
      {field !== 'services' && (
        <>
          <del className="text-muted">{nameIn(before)}</del> →{' '}
        </>
      )}
      <ins className="no-underline">{nameIn(after)}</ins>
    </>
  );
}
