import { attributesOf } from '../alertState.ts';
import type { MomentRule } from '../moment.ts';
import type { NotedRecord, Observations } from '../observation.ts';
import { quoted } from './errors.ts';

const REVERT = /\b(?:revert|roll(?:ed|ing)?[ -]?back|undo)\b/i;
const CONFIG =
  /\b(?:config(?:uration|map)?|flag|feature|secret|credential|certificate|cert|rotat|quota|limit|replicas|timeout|pool|env|terraform|helm|values|migration|schema|dns|firewall|acl|policy|rule)/i;
const DEPLOY = /\b(?:deploy|release|rollout|roll out|ship|promote|canary|image|version|v\d+\.\d+)/i;

/** Whether a change takes back an earlier one. */
export const isRevert = (change: Pick<NotedRecord, 'name' | 'body'>): boolean =>
  REVERT.test(change.name) || REVERT.test(change.body);

/** What was changed while or before things went wrong. A commit alone is weaker than a roll-out: it may not run yet. */
export const changeMoments: MomentRule<Observations> = ({ changes }) =>
  changes.map(change => {
    const text = `${change.name} ${change.body}`;
    const isCommit = isCommitOf(change);
    const isConfig = CONFIG.test(text) && !(DEPLOY.test(text) && !isCommit);
    const says = saysOf(change, isCommit);
    return {
      key: `change ${change.service} ${change.name} ${change.row}`,
      kind: isConfig ? ('config-change' as const) : ('deploy' as const),
      at: change.at,
      uncertaintyUs: change.uncertaintyUs,
      title: `${change.service ? `${change.service}: a` : 'A'} change ${says}: ${quoted(change.name || change.body)}`,
      reason: isCommit ? 'a commit in the change history' : 'a recorded change',
      weight: isCommit ? 0.5 : 0.75,
      source: change.source,
      service: change.service,
      count: 1,
      grounds: [{ label: 'the change', rows: [change.row], count: 1 }],
    };
  });

function saysOf(change: NotedRecord, isCommit: boolean): string {
  if (change.level === 'error' || change.level === 'fatal') return 'fails to go out';
  if (isRevert(change)) return 'is taken back';
  return isCommit ? 'is committed' : 'goes out';
}

/** Whether the change is a commit only, as far as its fields tell. */
function isCommitOf(change: NotedRecord): boolean {
  const attributes = attributesOf(change.attributes);
  return 'commit' in attributes && !('environment' in attributes) && !('deployment' in attributes);
}
