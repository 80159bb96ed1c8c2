import { CONTRIBUTORS, RESTRICTERS } from '../../contract/roles.ts';
import { useMe } from '../shell/useMe.ts';
import { AboutPostmortem } from './AboutPostmortem.tsx';
import { CitedEvidence } from './CitedEvidence.tsx';
import { MissingPanel } from './MissingPanel.tsx';
import type { Postmortem } from './postmortem.ts';
import { StepDialog } from './StepDialog.tsx';
import { usePostmortemPanel } from './usePostmortemPanel.ts';
import { ViewersPanel } from './ViewersPanel.tsx';

/** The panel or the evidence that the address names, if any. */
export function PostmortemPanels({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const { panel, close } = usePostmortemPanel();
  const shown = { postmortem, onClose: close };
  const mayChange = me.may(CONTRIBUTORS);
  const mayGo = (transition: 'revise' | 'withdraw'): boolean =>
    mayChange && postmortem.canGo.includes(transition);
  if (panel === 'about') return <AboutPostmortem {...shown} mayEdit={mayChange} />;
  if (panel === 'missing')
    return <MissingPanel {...shown} mayFinish={mayChange && postmortem.canGo.includes('finish')} />;
  if (panel === 'viewers') return <ViewersPanel {...shown} mayRestrict={me.may(RESTRICTERS)} />;
  if ((panel === 'revise' || panel === 'withdraw') && mayGo(panel))
    return <StepDialog {...shown} transition={panel} />;
  return <CitedEvidence postmortem={postmortem} />;
}
