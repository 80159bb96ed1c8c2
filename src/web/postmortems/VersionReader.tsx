import { History } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceBar } from '../ui/ChoiceBar.tsx';
import { say } from '../ui/Toasts.tsx';
import type { Postmortem, Version } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { useVersionSearch } from './useVersions.ts';
import { VersionDiff } from './VersionDiff.tsx';
import { VersionText } from './VersionText.tsx';

interface VersionReaderProps {
  postmortem: Postmortem;
  versions: readonly Version[];
  shown: Version;
}

const WAYS = ['changes', 'whole'] as const;

/** A version: what it changed against the one before or any other, or its whole text; and the way to make it the newest. */
export function VersionReader({ postmortem, versions, shown }: VersionReaderProps) {
  const me = useMe();
  const { search, change: look } = useVersionSearch();
  const { id, state } = postmortem;
  const newest = versions[0];
  const before = versions[versions.indexOf(shown) + 1];
  const against = versions.find(({ version }) => version === Number(search.against)) ?? before;
  const mayRestore = me.may(CONTRIBUTORS) && state === 'draft' && shown !== newest;
  return (
    <div className="min-w-0">
      <header className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ChoiceBar
          label={t.postmortems.version(shown.version)}
          choices={WAYS.map(id => ({ id, name: t.postmortems.versionWay[id] }))}
          chosen={search.whole ? 'whole' : 'changes'}
          onChoose={way => look(way === 'whole' ? { whole: true } : { whole: undefined })}
        />
        {!search.whole && against && (
          <label className="flex items-center gap-2 text-sm text-muted">
            {t.postmortems.against}
            <select
              value={against.version}
              className="h-7 rounded border border-line bg-panel px-1.5 text-text"
              onChange={event => look({ against: Number(event.target.value) })}
            >
              {versions
                .filter(entry => entry !== shown)
                .map(({ version }) => (
                  <option key={version} value={version}>
                    {t.postmortems.version(version)}
                  </option>
                ))}
            </select>
          </label>
        )}
        {mayRestore && <RestoreButton id={id} shown={shown} newest={newest!} />}
      </header>
      {search.whole && <VersionText id={id} version={shown.version} />}
      {!search.whole &&
        (against ? (
          <VersionDiff
            id={id}
            from={Math.min(against.version, shown.version)}
            to={Math.max(against.version, shown.version)}
          />
        ) : (
          <p className="text-muted">{t.postmortems.firstVersion}</p>
        ))}
    </div>
  );
}

function RestoreButton({ id, shown, newest }: { id: string; shown: Version; newest: Version }) {
  const change = usePostmortemChange();
  const restore = ({ version }: Version, undo?: () => void): void =>
    change.mutate(() => api.postmortems.restoreVersion.call({ id, number: version }), {
      onSuccess: () => say(t.postmortems.restored(version), undo && { undo }),
    });
  return (
    <Button
      className="ml-auto"
      icon={<History size={14} aria-hidden />}
      isBusy={change.isPending}
      onClick={() => restore(shown, () => restore(newest))}
    >
      {t.postmortems.restore}
    </Button>
  );
}
