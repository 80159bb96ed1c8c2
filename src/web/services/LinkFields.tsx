import { Plus, Trash2 } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';

export interface DraftLink {
  /** Tells it apart while its text changes. */
  key: number;
  title: string;
  url: string;
}

let lastKey = 0;

/** Links as they are edited. */
export const toDraftLinks = (links: readonly { title: string; url: string }[]): DraftLink[] =>
  links.map(link => ({ ...link, key: ++lastKey }));

interface LinkFieldsProps {
  links: readonly DraftLink[];
  /** What the server says of a field of the link at a place. */
  issue(index: number, field: 'title' | 'url'): string | undefined;
  onChange(links: DraftLink[]): void;
}

/** Links to runbooks, dashboards and repositories. */
export function LinkFields({ links, issue, onChange }: LinkFieldsProps) {
  const change = (key: number, next: Partial<DraftLink>): void =>
    onChange(links.map(link => (link.key === key ? { ...link, ...next } : link)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">
        {t.services.links} <span className="font-normal text-muted">{t.common.optional}</span>
      </legend>
      {links.map(({ key, title, url }, index) => (
        <div key={key} className="flex items-start gap-2">
          <TextField
            label={t.services.linkTitle}
            required
            className="min-w-0 flex-1"
            error={issue(index, 'title')}
            value={title}
            onChange={({ target }) => change(key, { title: target.value })}
          />
          <TextField
            label={t.services.linkUrl}
            type="url"
            required
            placeholder="https://"
            className="min-w-0 flex-[2]"
            error={issue(index, 'url')}
            value={url}
            onChange={({ target }) => change(key, { url: target.value })}
          />
          <Button
            kind="quiet"
            size="icon"
            className="mt-6"
            aria-label={t.services.removeLink(title)}
            icon={<Trash2 size={15} />}
            onClick={() => onChange(links.filter(link => link.key !== key))}
          />
        </div>
      ))}
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...links, { key: ++lastKey, title: '', url: '' }])}
      >
        {t.services.addLink}
      </Button>
    </fieldset>
  );
}
