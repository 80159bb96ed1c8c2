import { Link } from '@tanstack/react-router';
import { type Cite, keyOfCite } from './cite.ts';
import type { Postmortem } from './postmortem.ts';
import { useMomentNames } from './useMomentNames.ts';

const CHIP =
  'inline-block min-h-6 min-w-6 max-w-72 truncate rounded-sm bg-accent-soft px-1.5 text-center font-mono text-xs leading-6 text-accent hover:underline';

interface CiteChipsProps {
  postmortem: Postmortem;
  cites: readonly Cite[];
}

/** What a finding rests on, each to be opened: citations and records beside it, moments on the timeline. */
export function CiteChips({ postmortem, cites }: CiteChipsProps) {
  const nameOfMoment = useMomentNames(
    postmortem,
    cites.some(({ kind }) => kind === 'moment'),
  );
  return cites.map(cite =>
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
      <Link
        key={keyOfCite(cite)}
        to="."
        search={(before: object) => ({ ...before, cite: cite.id })}
        resetScroll={false}
        title={cite.id}
        className={CHIP}
      >
        {cite.id}
      </Link>
    ),
  );
}
