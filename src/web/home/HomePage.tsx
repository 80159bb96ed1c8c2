import { Siren } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { IncidentTable } from '../incidents/IncidentTable.tsx';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ActionLine } from './ActionLine.tsx';
import { HomeList } from './HomeList.tsx';
import { PostmortemLine } from './PostmortemLine.tsx';

const SHOWN = 8;
const BURNING = ['declared', 'acknowledged', 'mitigated'] as const;
const OPEN_STATES = ['open', 'in-progress', 'done'] as const;

/** What is burning, what needs me, what is overdue. */
export function HomePage() {
  const me = useMe();
  return (
    <Page
      title={t.home.title(me.name.split(' ')[0] ?? me.name)}
      lead={t.home.lead}
      actions={
        me.may(CONTRIBUTORS) && (
          <LinkButton
            kind="primary"
            to="/incidents"
            search={{ declare: true }}
            icon={<Siren size={15} aria-hidden />}
          >
            {t.incidents.declare}
          </LinkButton>
        )
      }
    >
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <HomeList
          className="xl:col-span-2"
          title={t.home.burning}
          empty={t.home.burningEmpty}
          to="/incidents"
          query={api.incidents.list.queryOptions({
            input: { state: [...BURNING], sort: 'gravest', limit: SHOWN },
          })}
        >
          {incidents => <IncidentTable incidents={incidents} />}
        </HomeList>
        <HomeList
          title={t.home.mine}
          empty={t.home.mineEmpty}
          to="/actions"
          search={{ mine: true }}
          query={api.actions.list.queryOptions({
            input: { isMine: true, state: [...OPEN_STATES], sort: 'due', limit: SHOWN },
          })}
        >
          {actions => actions.map(action => <ActionLine key={action.id} action={action} />)}
        </HomeList>
        <HomeList
          title={t.home.overdue}
          empty={t.home.overdueEmpty}
          to="/actions"
          search={{ overdue: true }}
          query={api.actions.list.queryOptions({ input: { isOverdue: true, sort: 'due', limit: SHOWN } })}
        >
          {actions => actions.map(action => <ActionLine key={action.id} action={action} />)}
        </HomeList>
        <HomeList
          title={t.home.drafts}
          empty={t.home.draftsEmpty}
          to="/postmortems"
          query={api.postmortems.list.queryOptions({ input: { state: ['draft'], limit: SHOWN } })}
        >
          {postmortems =>
            postmortems.map(postmortem => <PostmortemLine key={postmortem.id} postmortem={postmortem} />)
          }
        </HomeList>
      </div>
    </Page>
  );
}
