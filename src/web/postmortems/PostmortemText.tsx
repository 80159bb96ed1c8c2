import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { CitationDrawer } from './CitationDrawer.tsx';
import type { Postmortem } from './postmortem.ts';
import { SectionView } from './SectionView.tsx';
import { usePostmortemChange } from './usePostmortemChange.ts';

/** The text: an outline with how much of each section is written, and the sections to read and to edit. */
export function PostmortemText({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const change = usePostmortemChange();
  const [cited, setCited] = useState<string | null>(null);
  const mayEdit = me.may(CONTRIBUTORS) && postmortem.state === 'draft';
  // The section that was just added: its author goes on writing it.
  const [added, setAdded] = useState<string | null>(null);
  const add = (after?: string): void => {
    const known = new Set(postmortem.sections.map(({ id }) => id));
    change.mutate(
      () =>
        api.postmortems.addSection.call(
          { postmortemId: postmortem.id, title: t.postmortems.newSection, ...(after && { after }) },
          { context: { ifMatch: postmortem.version } },
        ),
      { onSuccess: ({ sections }) => setAdded(sections.find(({ id }) => !known.has(id))?.id ?? null) },
    );
  };
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={t.postmortems.outline} className="no-print sticky top-16 max-lg:hidden">
        <ol className="flex flex-col gap-0.5 text-sm">
          {postmortem.sections.map(section => (
            <li key={section.id}>
              <a
                href={`#${section.id}`}
                className="flex items-center gap-2 rounded px-2 py-1 text-muted hover:bg-sunken hover:text-text"
              >
                <span
                  aria-hidden
                  className={cx(
                    'size-2 shrink-0 rounded-full border',
                    section.completeness >= 100
                      ? 'border-good bg-good forced-colors:bg-accent'
                      : 'border-faint',
                  )}
                />
                <span className="min-w-0 flex-1 truncate">{section.title}</span>
                <span className="tabular text-xs">{section.completeness} %</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <article className="flex min-w-0 max-w-6xl flex-col gap-8">
        {postmortem.sections.map((section, index) => (
          <SectionView
            key={section.id}
            postmortem={postmortem}
            section={section}
            index={index}
            mayEdit={mayEdit}
            isAdded={section.id === added}
            onAddBelow={() => add(section.id)}
            onCite={setCited}
          />
        ))}
        {mayEdit && (
          <Button className="no-print self-start" icon={<Plus size={15} aria-hidden />} onClick={() => add()}>
            {t.postmortems.addSection}
          </Button>
        )}
      </article>
      {cited && <CitationDrawer postmortem={postmortem} id={cited} onClose={() => setCited(null)} />}
    </div>
  );
}
