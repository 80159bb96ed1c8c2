import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { KEEPERS } from '../../../contract/roles.ts';
import { DIMENSIONS } from '../../../core/taxonomy/taxonomy.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { isLost } from '../../ui/isLost.ts';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { TermDialog } from './TermDialog.tsx';
import { TermList } from './TermList.tsx';
import type { Opened } from './term.ts';

/** The words that incidents are filed under, and the organisation's own among them. */
export function TermsPage() {
  const me = useMe();
  const mayEdit = me.may(KEEPERS);
  const found = useQuery(api.taxonomy.get.queryOptions());
  const [opened, setOpened] = useState<Opened | null>(null);
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const terms = found.data;
  if (!terms) return <SkeletonRows />;
  return (
    <>
      <p className="mb-3 text-muted">{t.taxonomy.lead}</p>
      <div className="gap-5 xl:columns-2">
        {DIMENSIONS.map(dimension => (
          <Section
            key={dimension}
            className="mb-5 break-inside-avoid"
            title={t.taxonomy.dimension[dimension]}
            actions={
              mayEdit && (
                <Button size="small" onClick={() => setOpened({ dimension, term: null })}>
                  {t.taxonomy.add}
                </Button>
              )
            }
          >
            <TermList
              terms={terms[dimension]}
              {...(mayEdit && { onEdit: term => setOpened({ dimension, term }) })}
            />
          </Section>
        ))}
        <Section title={t.taxonomy.severity} className="mb-5 break-inside-avoid">
          <p className="mb-2 text-sm text-muted">{t.taxonomy.severityText}</p>
          <TermList terms={terms.severity} />
        </Section>
      </div>
      {opened && <TermDialog opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
