import { Database } from 'lucide-react';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { HEALTH_LOOKS } from './healthLooks.ts';
import { failedText, type JudgedService, slowerText } from './judgeMap.ts';
import { type MapNode, NODE } from './layoutMap.ts';

interface ServiceNodeProps {
  service: JudgedService;
  node: MapNode;
  isChosen: boolean;
  isFaded: boolean;
  /** The one that the tab key reaches. */
  isReached: boolean;
  onChoose(): void;
}

/** A service on the map: its name, how its requests go, and how long they take. */
export function ServiceNode({ service, node, isChosen, isFaded, isReached, onChoose }: ServiceNodeProps) {
  const look = HEALTH_LOOKS[service.health];
  const name = service.service || t.traces.unnamed;
  const requests = service.now?.requests ?? 0;
  const failed = failedText(service);
  const slower = slowerText(service);
  return (
    <button
      type="button"
      data-service={service.service}
      aria-pressed={isChosen}
      tabIndex={isReached ? 0 : -1}
      className={cx(
        'absolute flex flex-col justify-center border px-1.5 text-left text-xs',
        service.isSilent ? 'rounded-full bg-sunken px-4' : 'rounded bg-panel',
        look.border,
        isChosen && '!border-2 !border-accent !bg-accent-soft',
        isFaded && '!border-line text-muted',
      )}
      style={{ ...NODE, left: node.x - NODE.width / 2, top: node.y - NODE.height / 2 }}
      onClick={onChoose}
    >
      <span className="flex items-center gap-1.5">
        <span aria-hidden className={cx('w-3 shrink-0 text-center', look.text)}>
          {look.sign}
        </span>
        {service.isSilent && <Database size={12} aria-hidden className="shrink-0 text-muted" />}
        <bdi className="truncate font-medium">{name}</bdi>
      </span>
      <span className="sr-only">{t.traces.map.node(t.traces.map.health[service.health], requests)}</span>
      <span className="tabular flex gap-2 pl-[1.125rem] text-muted">
        {service.now ? microsText(service.now.p95Us) : '–'}
        {slower && <span className={service.health === 'slower' ? 'text-warn' : ''}>{slower}</span>}
        {failed && <span className="text-error">{failed}</span>}
      </span>
    </button>
  );
}
