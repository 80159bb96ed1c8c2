import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { KEEPERS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { isLost } from '../../ui/isLost.ts';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateFacts } from './TemplateFacts.tsx';

const route = getRouteApi('/inside/settings/templates/$id');

/** One template, to read and to change; `new` begins another. */
export function TemplatePage() {
  const me = useMe();
  const { id } = route.useParams();
  const isNew = id === 'new';
  const mayEdit = me.may(KEEPERS);
  const found = useQuery(api.templates.get.queryOptions({ input: { id }, enabled: !isNew }));
  return (
    <>
      <Link
        to="/settings/templates"
        className="mb-3 inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-accent"
      >
        <ChevronLeft size={14} aria-hidden />
        {t.templates.all}
      </Link>
      {!isNew && found.isPending && <SkeletonRows />}
      {isLost(found) && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {mayEdit && (isNew || found.data) && <TemplateEditor key={id} template={found.data ?? null} />}
      {!mayEdit && found.data && <TemplateFacts template={found.data} />}
    </>
  );
}
