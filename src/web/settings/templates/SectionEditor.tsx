import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { PickMany } from '../../ui/PickMany.tsx';
import { idFromTitle } from './editSections.ts';
import type { DraftSection, TemplateSection } from './template.ts';

interface SectionEditorProps {
  section: DraftSection;
  isOpenFirst: boolean;
  /** What the server says of one of its fields. */
  issue(field: keyof TemplateSection): string | undefined;
  onChange(section: DraftSection): void;
  onUp?(): void;
  onDown?(): void;
  onRemove?(): void;
}

const FIELDS = ['title', 'id', 'guidance', 'minimumWords'] as const;

const FILLS = Object.entries(t.templates.fills).map(([id, name]) => ({ id, name }));

/** One section of a template; folded, it is a line with its title. */
export function SectionEditor({
  section,
  isOpenFirst,
  issue,
  onChange,
  onUp,
  onDown,
  onRemove,
}: SectionEditorProps) {
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(isOpenFirst);
  // What the server found wrong must be seen.
  const isOpen = isUnfolded || FIELDS.some(issue);
  const title = section.title || t.templates.untitled;
  const change = (next: Partial<TemplateSection>): void => onChange({ ...section, ...next });
  // The id follows the title until somebody gives it one of its own.
  const rename = (text: string): void =>
    change({ title: text, ...(section.id === idFromTitle(section.title) && { id: idFromTitle(text) }) });
  const moves = [
    { label: t.templates.moveUp(title), Icon: ArrowUp, run: onUp },
    { label: t.templates.moveDown(title), Icon: ArrowDown, run: onDown },
    { label: t.templates.removeSection(title), Icon: Trash2, run: onRemove },
  ];
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
          <span className="min-w-0 truncate">{title}</span>
          {section.isRequired && <Badge>{t.common.required}</Badge>}
        </button>
        {moves.map(({ label, Icon, run }) => (
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
      <div id={id} hidden={!isOpen} className="border-t border-line px-4 py-3">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t.templates.sectionTitle}
            required
            error={issue('title')}
            value={section.title}
            onChange={({ target }) => rename(target.value)}
          />
          <TextField
            label={t.templates.sectionId}
            hint={t.templates.sectionIdHint}
            error={issue('id')}
            value={section.id}
            onChange={({ target }) => change({ id: target.value })}
          />
          <TextArea
            label={t.templates.guidance}
            hint={t.templates.guidanceHint}
            isOptional
            className="sm:col-span-2"
            error={issue('guidance')}
            value={section.guidance}
            onChange={({ target }) => change({ guidance: target.value })}
          />
          <TextField
            label={t.templates.minimumWords}
            type="number"
            min={1}
            max={1000}
            required
            error={issue('minimumWords')}
            value={section.minimumWords}
            onChange={({ target }) => change({ minimumWords: Number(target.value) })}
          />
          <div className="self-end">
            <CheckField
              label={t.templates.isRequired}
              isChecked={section.isRequired}
              onChange={isRequired => change({ isRequired })}
            />
          </div>
          <PickMany
            label={t.templates.filledBy}
            choices={FILLS}
            chosen={section.filledBy}
            onChange={filledBy => change({ filledBy: filledBy as TemplateSection['filledBy'] })}
          />
        </div>
      </div>
    </li>
  );
}
