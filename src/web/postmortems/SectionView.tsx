import { MoreHorizontal, Pencil } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { MarkdownAsWritten } from '../ui/Markdown.tsx';
import { Menu } from '../ui/Menu.tsx';
import { RenderedMarkdown } from '../ui/RenderedMarkdown.tsx';
import { say } from '../ui/Toasts.tsx';
import { useArrival } from '../ui/useArrival.ts';
import type { Postmortem, PostmortemSection } from './postmortem.ts';
import { SectionEditor } from './SectionEditor.tsx';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { useRendered } from './useRendered.ts';

interface SectionViewProps {
  postmortem: Postmortem;
  section: PostmortemSection;
  /** Its place among the sections. */
  index: number;
  mayEdit: boolean;
  /** Somebody writes it now. */
  isWritten: boolean;
  onWrite(): void;
  onDone(): void;
  onAddBelow(): void;
  /** Shows the evidence behind a citation. */
  onCite(id: string): void;
}

/** One section as it reads; editing happens in its place. */
export function SectionView({
  postmortem,
  section,
  index,
  mayEdit,
  isWritten,
  onWrite,
  onDone,
  onAddBelow,
  onCite,
}: SectionViewProps) {
  useArrival(section.id);
  const isRendered = useRendered(postmortem.id, index);
  if (isWritten) return <SectionEditor postmortemId={postmortem.id} section={section} onDone={onDone} />;
  const isEmpty = section.markdown.trim() === '';
  return (
    <section
      id={section.id}
      aria-labelledby={`${section.id}-title`}
      className="group scroll-mt-16 print:mb-7"
    >
      <header className="mb-1.5 flex min-h-8 items-center gap-2">
        <h2
          id={`${section.id}-title`}
          dir="auto"
          className="text-xl font-semibold tracking-tight [overflow-wrap:anywhere]"
        >
          {section.title}
        </h2>
        {section.writtenBy !== 'person' && (
          <span className="text-sm text-muted">{t.postmortems.writtenBy[section.writtenBy]}</span>
        )}
        {mayEdit && (
          <span className="no-print ml-auto flex gap-1 opacity-0 focus-within:opacity-100 group-hover:opacity-100 max-lg:opacity-100">
            <Button
              kind="quiet"
              size="icon"
              aria-label={t.postmortems.edit(section.title)}
              icon={<Pencil size={14} />}
              onClick={onWrite}
            />
            <SectionMenu postmortem={postmortem} section={section} index={index} onAddBelow={onAddBelow} />
          </span>
        )}
      </header>
      {isEmpty ? (
        <div className="no-print rounded border border-dashed border-line px-4 py-3">
          <p className="max-w-(--measure-text) text-muted">{section.guidance}</p>
          {mayEdit && (
            <Button className="mt-2" onClick={onWrite}>
              {t.postmortems.write}
            </Button>
          )}
        </div>
      ) : (
        <>
          <div dir="auto" className="reading">
            {isRendered ? (
              <RenderedMarkdown text={section.markdown} onCite={onCite} />
            ) : (
              <MarkdownAsWritten text={section.markdown} />
            )}
          </div>
          {section.reason && <p className="no-print mt-2 text-sm text-warn">{section.reason}</p>}
        </>
      )}
    </section>
  );
}

type SectionMenuProps = Pick<SectionViewProps, 'postmortem' | 'section' | 'index' | 'onAddBelow'>;

function SectionMenu({ postmortem, section, index, onAddBelow }: SectionMenuProps) {
  const change = usePostmortemChange();
  const context = { ifMatch: postmortem.version };
  const move = (by: number): void => {
    const ids = postmortem.sections.map(({ id }) => id);
    ids.splice(index + by, 0, ...ids.splice(index, 1));
    change.mutate(() =>
      api.postmortems.orderSections.call({ postmortemId: postmortem.id, ids }, { context }),
    );
  };
  const remove = (): void =>
    change.mutate(
      () => api.postmortems.removeSection.call({ postmortemId: postmortem.id, id: section.id }, { context }),
      {
        onSuccess: () =>
          say(t.postmortems.sectionRemoved(section.title), {
            undo: () =>
              change.mutate(() =>
                api.postmortems.restoreVersion.call({ id: postmortem.id, number: postmortem.version }),
              ),
          }),
      },
    );
  return (
    <Menu
      trigger={
        <Button kind="quiet" size="icon" aria-label={t.common.more} icon={<MoreHorizontal size={15} />} />
      }
      items={[
        { label: t.postmortems.moveUp, isDisabled: index === 0, onSelect: () => move(-1) },
        {
          label: t.postmortems.moveDown,
          isDisabled: index === postmortem.sections.length - 1,
          onSelect: () => move(1),
        },
        { label: t.postmortems.addBelow, onSelect: onAddBelow },
        null,
        { label: t.postmortems.removeSection, isDangerous: true, onSelect: remove },
      ]}
    />
  );
}
