import { CitationDrawer } from './CitationDrawer.tsx';
import type { Postmortem } from './postmortem.ts';
import { RecordDrawer } from './RecordDrawer.tsx';
import { usePostmortemPlace } from './usePostmortemPlace.ts';

/** Names of citations in a text; anything else is where a record stands. */
const CITATION = /^e\d+$/;

/** The evidence that the address names, beside what rests on it. */
export function CitedEvidence({ postmortem }: { postmortem: Postmortem }) {
  const [{ cite }, go] = usePostmortemPlace();
  if (cite === undefined) return null;
  const close = (): void => go({ cite: undefined });
  return CITATION.test(cite) ? (
    <CitationDrawer postmortem={postmortem} id={cite} onClose={close} />
  ) : (
    <RecordDrawer postmortem={postmortem} place={cite} onClose={close} />
  );
}
