import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';

interface CompareTableProps<Side> {
  caption: string;
  /** The chosen time. */
  now: Side;
  /** The time before it; undefined where nothing is compared. */
  before?: Side | undefined;
  rows: readonly (readonly [label: string, value: (side: Side) => string])[];
  className?: string;
}

/** A few figures of the chosen time, beside those of the time before it. */
export function CompareTable<Side>({ caption, now, before, rows, className }: CompareTableProps<Side>) {
  const sides = [
    { name: t.traces.now, side: now },
    ...(before === undefined ? [] : [{ name: t.traces.before, side: before }]),
  ];
  return (
    <table className={cx('mt-2 text-sm', className)}>
      <caption className="sr-only">{caption}</caption>
      {sides.length > 1 && (
        <thead className="text-muted">
          <tr>
            <td />
            {sides.map(({ name }) => (
              <th key={name} scope="col" className="pl-6 text-right font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row" className="text-left font-normal text-muted">
              {label}
            </th>
            {sides.map(({ name, side }) => (
              <td key={name} className="tabular pl-6 text-right">
                {value(side)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
