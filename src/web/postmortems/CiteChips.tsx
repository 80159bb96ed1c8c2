import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CitationDrawer } from './CitationDrawer.tsx';
import { type Cite, keyOfCite } from './cite.ts';
import type { Postmortem } from './postmortem.ts';
import { RecordDrawer } from './RecordDrawer.tsx';
import { useMomentNames } from './useMomentNames.ts';

const CHIP =
  'inline-block min-h-6 min-w-6 max-w-72 truncate rounded-sm bg-accent-soft px-1.5 text-center font-mono text-xs leading-6 text-accent hover:underline';

interface CiteChipsProps {
  postmortem: Postmortem;
  cites: readonly Cite[];
}

/** What a finding rests on, each to be opened: citations and records beside it, moments on the timeline. */
export function CiteChips({ postmortem, cites }: CiteChipsProps) {
  const [opened, setOpened] = useState<Cite | null>(null);
  const nameOfMoment = useMomentNames(
    postmortem,
    cites.some(({ kind }) => kind === 'moment'),
  );
  const close = (): void => setOpened(null);
  return (
    <>
      {cites.map(cite =>
        cite.kind === 'moment' ? (
          <Link
            key={keyOfCite(cite)}
            to="/incidents/$id/timeline"
            params={{ id: postmortem.incident.number }}
            search={{ chosen: `moment:${cite.id}` }}
            className={CHIP}
          >
            <bdi>{nameOfMoment(cite.id)}</bdi>
          </Link>
        ) : (
          <button
            key={keyOfCite(cite)}
            type="button"
            title={cite.id}
            className={CHIP}
            onClick={() => setOpened(cite)}
          >
            {cite.id}
          </button>
        ),
      )}
      {opened?.kind === 'citation' && (
        <CitationDrawer postmortem={postmortem} id={opened.id} onClose={close} />
      )}
      {opened?.kind === 'record' && (
        <RecordDrawer postmortem={postmortem} place={opened.id} onClose={close} />
      )}
    </>
  );
}
