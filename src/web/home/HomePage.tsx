import { Siren } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { IncidentTable } from '../incidents/IncidentTable.tsx';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ActionLine } from './ActionLine.tsx';
import { HomeList } from './HomeList.tsx';
import { homeLists } from './homeLists.ts';
import { PostmortemLine } from './PostmortemLine.tsx';

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
          query={homeLists.burning}
        >
          {incidents => <IncidentTable incidents={incidents} />}
        </HomeList>
        <HomeList
          title={t.home.mine}
          empty={t.home.mineEmpty}
          to="/actions"
          search={{ mine: true }}
          query={homeLists.mine}
        >
          {actions => actions.map(action => <ActionLine key={action.id} action={action} />)}
        </HomeList>
        <HomeList
          title={t.home.overdue}
          empty={t.home.overdueEmpty}
          to="/actions"
          search={{ overdue: true }}
          query={homeLists.overdue}
        >
          {actions => actions.map(action => <ActionLine key={action.id} action={action} />)}
        </HomeList>
        <HomeList title={t.home.drafts} empty={t.home.draftsEmpty} to="/postmortems" query={homeLists.drafts}>
          {postmortems =>
            postmortems.map(postmortem => <PostmortemLine key={postmortem.id} postmortem={postmortem} />)
          }
        </HomeList>
      </div>
    </Page>
  );
}
