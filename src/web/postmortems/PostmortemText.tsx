import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { IncidentFacts } from './IncidentFacts.tsx';
import { Outline } from './Outline.tsx';
import { PrintedEnd } from './PrintedEnd.tsx';
import type { Postmortem } from './postmortem.ts';
import { SectionView } from './SectionView.tsx';
import { sectionInView } from './sectionInView.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { usePostmortemPlace } from './usePostmortemPlace.ts';

/** The text to read and to write, between its outline and what it is about; on paper with what hangs on it. */
export function PostmortemText({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const change = usePostmortemChange();
  const [{ write }, go] = usePostmortemPlace();
  const mayEdit = me.may(CONTRIBUTORS) && postmortem.state === 'draft';
  const written = mayEdit ? write : undefined;
  useShortcut('e', mayEdit ? t.postmortems.editHere : '', () => {
    if (mayEdit) go({ write: sectionInView(postmortem.sections.map(({ id }) => id)) });
  });
  // The same at every render, so that what is cited keeps its element and its focus.
  const onCite = useCallback((cite: string) => go({ cite }), [go]);
  const add = (after?: string): void => {
    const known = new Set(postmortem.sections.map(({ id }) => id));
    change.mutate(
      () =>
        api.postmortems.addSection.call(
          { postmortemId: postmortem.id, title: t.postmortems.newSection, ...(after && { after }) },
          { context: { ifMatch: postmortem.version } },
        ),
      // Its author goes on writing it.
      { onSuccess: ({ sections }) => go({ write: sections.find(({ id }) => !known.has(id))?.id }) },
    );
  };
  return (
    <div
      className={cx(
        'grid items-start gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] print:flex print:flex-col print:gap-4',
        !written && 'xl:grid-cols-[13rem_minmax(0,54rem)_16rem]',
      )}
    >
      <Outline sections={postmortem.sections} />
      <article className="flex min-w-0 flex-col gap-10 print:block">
        {postmortem.sections.map((section, index) => (
          <SectionView
            key={section.id}
            postmortem={postmortem}
            section={section}
            index={index}
            mayEdit={mayEdit}
            isWritten={section.id === written}
            onWrite={() => go({ write: section.id })}
            onDone={() => go({ write: undefined }, 'replace')}
            onAddBelow={() => add(section.id)}
            onCite={onCite}
          />
        ))}
        {mayEdit && (
          <Button className="no-print self-start" icon={<Plus size={15} aria-hidden />} onClick={() => add()}>
            {t.postmortems.addSection}
          </Button>
        )}
      </article>
      <IncidentFacts
        postmortem={postmortem}
        className={cx('lg:max-xl:col-start-2 print:order-first', written && 'xl:hidden')}
      />
      <PrintedEnd postmortem={postmortem} />
    </div>
  );
}
