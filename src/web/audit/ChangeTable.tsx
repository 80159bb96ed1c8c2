import { t } from '../messages/index.ts';
import { changedFields } from './changedFields.ts';

const show = (value: unknown): string =>
  value === undefined || value === null
    ? '–'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 1);

/** What an event changed, field by field. */
export function ChangeTable({ before, after }: { before: unknown; after: unknown }) {
  const fields = changedFields(before, after);
  if (fields.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium">{t.audit.changed}</h3>
      <div className="overflow-x-auto rounded border border-line">
        <table className="w-full text-left text-sm">
          <thead className="text-muted">
            <tr className="border-b border-line">
              {[t.audit.field, t.audit.before, t.audit.after].map(label => (
                <th key={label} scope="col" className="px-2.5 py-1 font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {fields.map(change => (
              <tr key={change.field} className="align-top">
                <th scope="row" className="px-2.5 py-1.5 font-mono font-normal">
                  {change.field}
                </th>
                {[change.before, change.after].map((value, index) => (
                  <td
                    key={index === 0 ? 'before' : 'after'}
                    dir="auto"
                    className="max-w-64 whitespace-pre-wrap px-2.5 py-1.5 [overflow-wrap:anywhere]"
                  >
                    {show(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
