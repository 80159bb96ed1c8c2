import { Link } from '@tanstack/react-router';
import { ClipboardCheck, FileText, Flame, Lock } from 'lucide-react';
import { SEVERITY_TONE } from '../incidents/tones.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Time } from '../ui/Time.tsx';
import type { Hit } from './hit.ts';
import { linkOf } from './linkOf.ts';
import { Marked } from './Marked.tsx';
import { stateLabel } from './stateLabel.ts';

const ICONS = { incident: Flame, postmortem: FileText, action: ClipboardCheck };

/** One hit: what it is, where it stands, and where the words were found. */
export function HitItem({ hit }: { hit: Hit }) {
  const Icon = ICONS[hit.kind];
  const title = hit.snippets.find(({ field, isCut }) => field === 'title' && !isCut.before && !isCut.after);
  const others = hit.snippets.filter(snippet => snippet !== title);
  return (
    <li className="border-b border-line px-1 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <Icon size={14} aria-hidden />
        {t.archive.kind[hit.kind]}
        <span className="tabular">{hit.incident.number}</span>
        <Badge tone={SEVERITY_TONE[hit.incident.severity] ?? 'neutral'}>
          {t.incidents.severity[hit.incident.severity]}
        </Badge>
        <Badge>{stateLabel(hit.kind, hit.state)}</Badge>
        {hit.isRestricted && (
          <Badge tone="warn">
            <Lock size={11} aria-hidden /> {t.archive.restricted}
          </Badge>
        )}
      </div>
      <h2 className="mt-0.5 text-lg font-medium">
        <Link
          {...linkOf(hit)}
          data-row={hit.id}
          className="inline-block min-h-6 hover:text-accent hover:underline [overflow-wrap:anywhere]"
        >
          <bdi>{title ? <Marked snippet={title} /> : hit.title}</bdi>
        </Link>
      </h2>
      {others.map(snippet => (
        <p
          key={`${snippet.field} ${snippet.text}`}
          dir="auto"
          className="line-clamp-3 max-w-[90ch] text-muted [overflow-wrap:anywhere]"
        >
          <Marked snippet={snippet} />
        </p>
      ))}
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
        {hit.kind !== 'incident' && hit.incident.title !== hit.title && (
          <span dir="auto">{hit.incident.title}</span>
        )}
        {hit.owner && <span dir="auto">{hit.owner.name}</span>}
        <Time at={hit.at} as="day" />
      </p>
    </li>
  );
}
