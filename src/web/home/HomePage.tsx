import { Siren } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import type { Action } from '../actions/action.ts';
import { IncidentTable } from '../incidents/IncidentTable.tsx';
import { t } from '../messages/index.ts';
import type { PostmortemSummary } from '../postmortems/postmortem.ts';
import { useMe } from '../shell/useMe.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { useRowWalk } from '../ui/useRowWalk.ts';
import { ActionLine } from './ActionLine.tsx';
import { HomeList } from './HomeList.tsx';
import { homeLists, useAreThere } from './homeLists.ts';
import { PostmortemLine } from './PostmortemLine.tsx';

const toActionLines = (actions: readonly Action[]) =>
  actions.map(action => <ActionLine key={action.id} action={action} />);
const toPostmortemLines = (postmortems: readonly PostmortemSummary[]) =>
  postmortems.map(postmortem => <PostmortemLine key={postmortem.id} postmortem={postmortem} />);

/** What is burning, what needs me, what is overdue. */
export function HomePage() {
  const me = useMe();
  useRowWalk();
  // One after the other, each would push away those that are there.
  const areListsThere = useAreThere();
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
      {areListsThere ? <Lists /> : <SkeletonRows />}
    </Page>
  );
}

function Lists() {
  return (
    <>
      <HomeList
        className="mb-6"
        title={t.home.burning}
        empty={t.home.burningEmpty}
        to="/incidents"
        query={homeLists.burning}
      >
        {incidents => <IncidentTable incidents={incidents} />}
      </HomeList>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <HomeList
            title={t.home.mine}
            empty={t.home.mineEmpty}
            to="/actions"
            search={{ mine: true }}
            query={homeLists.mine}
          >
            {toActionLines}
          </HomeList>
          <HomeList
            title={t.home.myPostmortems}
            empty={t.home.myPostmortemsEmpty}
            to="/postmortems"
            search={{ mine: true, state: 'draft' }}
            query={homeLists.myPostmortems}
          >
            {toPostmortemLines}
          </HomeList>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <HomeList
            title={t.home.overdue}
            empty={t.home.overdueEmpty}
            to="/actions"
            search={{ overdue: true }}
            query={homeLists.overdue}
          >
            {toActionLines}
          </HomeList>
          <HomeList
            title={t.home.drafts}
            empty={t.home.draftsEmpty}
            to="/postmortems"
            search={{ state: 'draft' }}
            query={homeLists.drafts}
          >
            {toPostmortemLines}
          </HomeList>
        </div>
      </div>
    </>
  );
}
