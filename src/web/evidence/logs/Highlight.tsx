/** Characters of a line that are looked through; rows show fewer. */
const LONGEST = 2_000;

/** A text with every place of what was searched marked. */
export function Highlight({ text, wanted }: { text: string; wanted: string }) {
  const needle = wanted.toLowerCase();
  if (!needle) return text.slice(0, LONGEST);
  const shown = text.slice(0, LONGEST);
  const folded = shown.toLowerCase();
  const parts: { at: number; text: string; isHit: boolean }[] = [];
  let end = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, end)) {
    parts.push({ at: end, text: shown.slice(end, at), isHit: false });
    parts.push({ at, text: shown.slice(at, at + needle.length), isHit: true });
    end = at + needle.length;
  }
  parts.push({ at: end, text: shown.slice(end), isHit: false });
  return parts.map(part =>
    part.isHit ? (
      <mark key={`${part.at} hit`} className="rounded-sm bg-accent-soft font-medium text-accent">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
