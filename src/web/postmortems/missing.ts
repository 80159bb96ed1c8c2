import { t } from '../messages/index.ts';
import type { Finding } from './finding.ts';
import type { Postmortem } from './postmortem.ts';

/** Something that a postmortem lacks, and where it is put right. */
export interface Missing {
  id: string;
  name: string;
  reason: string;
  place: 'section' | 'finding' | 'nowhere';
}

/** What a reviewer would send back: sections that say too little, findings that rest on nothing. */
export function whatIsMissing(
  { sections, completeness }: Pick<Postmortem, 'sections' | 'completeness'>,
  findings: readonly Finding[],
): Missing[] {
  const thin = sections
    .filter(section => section.isRequired && section.completeness < 100)
    .map(({ id, title, reason }) => ({ id, name: title, reason, place: 'section' as const }));
  const loose = findings
    .filter(({ isSupported }) => !isSupported)
    .map(({ id, statement, remarks }) => ({
      id,
      name: statement,
      reason: remarks.map(({ text }) => text).join(' '),
      place: 'finding' as const,
    }));
  const isCut = thin.length === 0 && completeness < 100;
  const cut = {
    id: 'cut',
    name: t.postmortems.cut,
    reason: t.postmortems.cutText,
    place: 'nowhere' as const,
  };
  return [...thin, ...(isCut ? [cut] : []), ...loose];
}
