import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { FormSchema } from '../../../contract/formSchema.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import type { FieldTexts } from '../fieldTexts.ts';
import type { FormValues } from '../formValues.ts';

interface ItemPanelProps {
  item: FormValues;
  schema: FormSchema;
  /** Those of the list. */
  texts: FieldTexts;
  /** It was added just now: it opens, and waits to be filled in. */
  isNew: boolean;
  /** What is wrong must be seen. */
  hasProblem: boolean;
  onUp?(): void;
  onDown?(): void;
  onRemove?(): void;
  /** Its fields. */
  children: ReactNode;
}

/** One item of a list; folded, it is a line with its name: the first text in it. */
export function ItemPanel({
  item,
  schema,
  texts,
  isNew,
  hasProblem,
  onUp,
  onDown,
  onRemove,
  children,
}: ItemPanelProps) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const [isUnfolded, setUnfolded] = useState(isNew);
  const isOpen = isUnfolded || hasProblem;
  const first = Object.keys(schema.properties ?? {}).find(name => typeof item[name] === 'string');
  const name = String((first && item[first]) ?? '').trim() || texts.untitled || t.forms.untitled;
  const badges = Object.entries(texts.fields ?? {}).filter(([field, { badge }]) => badge && item[field]);
  const acts = [
    { label: t.forms.moveUp(name), Icon: ArrowUp, run: onUp },
    { label: t.forms.moveDown(name), Icon: ArrowDown, run: onDown },
    { label: t.forms.remove(name), Icon: Trash2, run: onRemove },
  ];
  useEffect(() => {
    if (isNew) body.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [isNew]);
  return (
    <li className="rounded border border-line bg-panel">
      <div className="flex items-center gap-1 pr-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 px-3 text-left font-medium"
          onClick={() => setUnfolded(!isOpen)}
        >
          {isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
          <span dir="auto" className="min-w-0 truncate">
            {name}
          </span>
          {badges.map(([field, { badge }]) => (
            <Badge key={field}>{badge}</Badge>
          ))}
        </button>
        {acts.map(({ label, Icon, run }) => (
          <Button
            key={label}
            kind="quiet"
            size="icon"
            aria-label={label}
            icon={<Icon size={15} />}
            disabled={!run}
            onClick={run}
          />
        ))}
      </div>
      <div
        ref={body}
        id={id}
        hidden={!isOpen}
        className="grid items-start gap-4 border-t border-line px-4 py-3 sm:grid-cols-2"
      >
        {children}
      </div>
    </li>
  );
}
