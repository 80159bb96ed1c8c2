import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { CallLines } from './CallLines.tsx';
import type { JudgedCall, JudgedMap } from './judgeMap.ts';
import { layoutMap, NODE, nearestOf } from './layoutMap.ts';
import { ServiceNode } from './ServiceNode.tsx';

/** How far one may go in and out; names stay readable from `READABLE` on. */
const SMALLEST = 0.3;
const READABLE = 0.8;
const LARGEST = 2;
const STEP = 1.25;

interface ServiceMapProps {
  map: JudgedMap;
  chosen: string | undefined;
  onChoose(service: string | undefined): void;
  onCall(call: JudgedCall): void;
}

/** Services in layers, callers left of whom they call; walked by arrow keys. */
export function ServiceMap({ map, chosen, onChoose, onCall }: ServiceMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(
    () =>
      layoutMap(
        map.services.map(({ service }) => service),
        map.calls,
      ),
    [map],
  );
  const [zoom, setZoom] = useState(1);
  const fit = (): void => {
    const width = frame.current?.clientWidth ?? layout.width;
    setZoom(Math.min(1, Math.max(READABLE, width / layout.width)));
  };
  const fitAtFirst = useRef(fit);
  fitAtFirst.current = fit;
  useLayoutEffect(() => {
    if (layout.width > 0) fitAtFirst.current();
  }, [layout]);
  const scale = (by: number): void => setZoom(now => Math.min(LARGEST, Math.max(SMALLEST, now * by)));
  useShortcut('+', t.traces.map.closer, () => scale(STEP));
  useShortcut('-', t.traces.map.farther, () => scale(1 / STEP));
  useShortcut('0', t.traces.map.fit, fit);

  const first = layout.nodes.toSorted((one, other) => one.x - other.x || one.y - other.y)[0]?.id;
  const reached = chosen !== undefined && layout.nodes.some(({ id }) => id === chosen) ? chosen : first;
  // Where the map is larger than its frame, it begins at what is chosen, or at who calls first.
  const [start, height] = [layout.nodes.find(({ id }) => id === reached), layout.height];
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || !start || height === 0) return;
    const isThere = (at: number, from: number, length: number): boolean =>
      at > from + NODE.width / 2 && at < from + length - NODE.width / 2;
    const [x, y] = [start.x * zoom, start.y * zoom];
    if (isThere(x, box.scrollLeft, box.clientWidth) && isThere(y, box.scrollTop, box.clientHeight)) return;
    box.scrollTo({ left: x - box.clientWidth / 2, top: y - box.clientHeight / 2 });
  }, [start, height, zoom]);

  const neighbours = new Set(
    map.calls
      .filter(({ caller, callee }) => caller === chosen || callee === chosen)
      .flatMap(({ caller, callee }) => [caller, callee]),
  );
  const walk = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).dataset.service;
    const next = from === undefined ? undefined : nearestOf(layout.nodes, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    const found = [...(frame.current?.querySelectorAll<HTMLElement>('[data-service]') ?? [])];
    const node = found.find(({ dataset }) => dataset.service === next);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (
    <div className="min-w-0 rounded border border-line bg-panel">
      <div className="no-print flex justify-end gap-1 border-b border-line px-1 py-0.5">
        <Button
          size="small"
          kind="quiet"
          aria-label={t.traces.map.closer}
          icon={<ZoomIn size={15} aria-hidden />}
          onClick={() => scale(STEP)}
        />
        <Button
          size="small"
          kind="quiet"
          aria-label={t.traces.map.farther}
          icon={<ZoomOut size={15} aria-hidden />}
          onClick={() => scale(1 / STEP)}
        />
        <Button
          size="small"
          kind="quiet"
          aria-label={t.traces.map.fit}
          icon={<Maximize size={15} aria-hidden />}
          onClick={fit}
        />
      </div>
      <div ref={frame} className="max-h-[min(56rem,78dvh)] overflow-auto">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form. */}
        <div
          role="group"
          aria-label={t.traces.map.map}
          style={{ width: layout.width * zoom, height: layout.height * zoom }}
          onKeyDown={walk}
        >
          <div
            className="relative origin-top-left"
            style={{ width: layout.width, height: layout.height, transform: `scale(${zoom})` }}
          >
            <CallLines layout={layout} calls={map.calls} chosen={chosen} onCall={onCall} />
            {layout.nodes.map((node, place) => {
              const service = map.services[place]!;
              return (
                <ServiceNode
                  key={node.id}
                  service={service}
                  node={node}
                  isChosen={node.id === chosen}
                  isFaded={chosen !== undefined && node.id !== chosen && !neighbours.has(node.id)}
                  isReached={node.id === reached}
                  onChoose={() => onChoose(node.id === chosen ? undefined : node.id)}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
