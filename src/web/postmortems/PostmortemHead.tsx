import { Lock } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { dayText } from '../ui/instant.ts';
import type { Postmortem } from './postmortem.ts';
import { STATE_TONE } from './tones.ts';
import { usePostmortemPanel } from './usePostmortemPanel.ts';

const CLICKABLE = 'min-h-6 rounded-sm hover:text-accent hover:underline';

/** In one line: state, who owns it, until when, and whether not everybody sees it. */
export function PostmortemHead({ postmortem }: { postmortem: Postmortem }) {
  const { state, owner, dueOn, isRestricted } = postmortem;
  const { open } = usePostmortemPanel();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <Badge tone={STATE_TONE[state]}>{t.postmortems.state[state]}</Badge>
      {isRestricted && (
        <button type="button" className={CLICKABLE} onClick={() => open('viewers')}>
          <Badge>
            <Lock size={11} aria-hidden /> {t.postmortems.restricted}
          </Badge>
        </button>
      )}
      <button type="button" className={CLICKABLE} onClick={() => open('about')}>
        {owner ? (
          <>
            {t.postmortems.owner}: <bdi>{owner.name}</bdi>
          </>
        ) : (
          <span className="text-warn">{t.postmortems.noOwner}</span>
        )}
      </button>
      {dueOn && <span>{t.postmortems.due(dayText(dueOn, 'UTC'))}</span>}
    </span>
  );
}
