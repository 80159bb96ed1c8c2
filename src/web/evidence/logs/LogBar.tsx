import { ArrowDownUp, Rows3, Search, Timer, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { printInstant } from '../../../core/instant.ts';
import { t } from '../../messages/index.ts';
import { spanAround } from '../../suspects/graphs/spanAround.ts';
import { useImpact } from '../../suspects/useImpact.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText, dayText } from '../../ui/instant.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useZone } from '../../ui/zone.ts';
import type { ChangeLogAddress, LogAddress } from './useLogAddress.ts';

/** Milliseconds of not typing after which it is searched. */
const PAUSE = 160;

interface ChipsProps {
  address: LogAddress;
  onChange: ChangeLogAddress;
}

interface LogBarProps extends ChipsProps {
  incidentId: string;
}

/** The search field, and what else narrows and orders the records. `/` goes to the field. */
export function LogBar({ incidentId, address, onChange }: LogBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(address.text);
  useShortcut('/', t.evidence.logs.search, () => field.current?.select());
  // The address changes without the field too: by the back button, by a link.
  useEffect(() => setText(address.text), [address.text]);
  useEffect(() => {
    if (text === address.text) return;
    const timer = setTimeout(() => onChange({ text }, 'replace'), PAUSE);
    return () => clearTimeout(timer);
  }, [text, address.text, onChange]);
  const isNewest = address.order === 'newest';
  return (
    <search className="flex flex-wrap items-center gap-2">
      <div className="relative min-w-52 flex-1">
        <Search size={14} aria-hidden className="absolute left-2.5 top-2 text-muted" />
        <input
          ref={field}
          type="search"
          aria-label={t.evidence.logs.search}
          placeholder={t.evidence.logs.searchHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={text}
          className="h-8 w-full rounded border border-line bg-panel pl-8 pr-2.5 placeholder:text-muted"
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape' && event.key !== 'Enter') return;
            // Back to the list; the browser's own Escape would empty the field.
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
      </div>
      <Chips address={address} onChange={onChange} />
      {!address.from && !address.to && <AroundImpact incidentId={incidentId} onChange={onChange} />}
      <Button
        aria-pressed={address.by === 'patterns'}
        icon={<Rows3 size={15} aria-hidden />}
        className="aria-pressed:!bg-accent-soft aria-pressed:!text-accent"
        onClick={() => onChange({ by: address.by === 'patterns' ? 'records' : 'patterns' })}
      >
        {t.evidence.logs.patterns}
      </Button>
      <Button
        icon={<ArrowDownUp size={15} aria-hidden />}
        onClick={() => onChange({ order: isNewest ? 'oldest' : 'newest' })}
      >
        {isNewest ? t.evidence.logs.newest : t.evidence.logs.oldest}
      </Button>
    </search>
  );
}

/** Narrows to the impact and some time around it: what else was collected may be of another day. */
function AroundImpact({ incidentId, onChange }: { incidentId: string; onChange: ChangeLogAddress }) {
  const { impact } = useImpact(incidentId);
  if (!impact) return null;
  const { from, to } = spanAround(impact);
  return (
    <Button
      icon={<Timer size={15} aria-hidden />}
      onClick={() => onChange({ from: printInstant(from), to: printInstant(to) })}
    >
      {t.evidence.logs.aroundImpact}
    </Button>
  );
}

/** What narrows the records and stands neither in the field nor in a facet, to be taken away. */
function Chips({ address, onChange }: ChipsProps) {
  const zone = useZone();
  const { from, to, path, line, traceId } = address;
  const timeOf = (at: string | undefined): string => (at ? clockText(at, zone, 3) : '…');
  return (
    <>
      {(from || to) && (
        <Chip
          text={`${from ? `${dayText(from, zone)} ` : ''}${timeOf(from)} – ${timeOf(to)}`}
          onRemove={() => onChange({ from: undefined, to: undefined })}
        />
      )}
      {path.map(one => (
        <Chip key={one} text={one} onRemove={() => onChange({ path: path.filter(other => other !== one) })} />
      ))}
      {line !== undefined && (
        <Chip text={t.evidence.logs.line(line)} onRemove={() => onChange({ line: undefined })} />
      )}
      {traceId && (
        <Chip
          text={t.evidence.logs.trace(traceId.slice(0, 12))}
          onRemove={() => onChange({ traceId: undefined })}
        />
      )}
    </>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <button
      type="button"
      aria-label={`${t.common.clear}: ${text}`}
      className="flex h-7 max-w-full items-center gap-1 rounded-full bg-accent-soft pl-2.5 pr-1.5 text-sm text-accent"
      onClick={onRemove}
    >
      <bdi className="tabular truncate">{text}</bdi>
      <X size={13} aria-hidden className="shrink-0" />
    </button>
  );
}
