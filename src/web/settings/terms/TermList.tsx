import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Term } from './term.ts';

interface TermListProps {
  terms: readonly Term[];
  /** Given to those who may change terms; only one's own can be. */
  onEdit?(term: Term): void;
}

/** Terms with what they mean. */
export function TermList({ terms, onEdit }: TermListProps) {
  return (
    <ul className="divide-y divide-line">
      {terms.map(term => (
        <li key={term.id} className="flex items-start gap-3 py-2">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{term.name}</span>
              <code className="font-mono text-xs text-muted">{term.id}</code>
              {term.isOwn && <Badge tone="accent">{t.taxonomy.own}</Badge>}
            </p>
            <p className="text-sm text-muted">{term.description}</p>
          </div>
          {term.isOwn && onEdit && (
            <Button size="small" aria-label={t.taxonomy.edit(term.name)} onClick={() => onEdit(term)}>
              {t.common.edit}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
