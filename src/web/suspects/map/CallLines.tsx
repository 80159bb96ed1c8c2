import { lineThrough } from '../../ui/lineThrough.ts';
import { HEALTH_LOOKS } from './healthLooks.ts';
import type { JudgedCall } from './judgeMap.ts';
import type { MapLayout } from './layoutMap.ts';

interface CallLinesProps {
  layout: MapLayout;
  calls: readonly JudgedCall[];
  /** Lines that do not end here are faded; undefined fades none. */
  chosen: string | undefined;
  onCall(call: JudgedCall): void;
}

const keyOf = (caller: string, callee: string): string => JSON.stringify([caller, callee]);
/** Health of which a line says more than that there are calls. */
const TOLD: readonly string[] = ['failing', 'slower', 'new'];

/** Calls as lines: wider where there are more, with a sign where they do not go as before. The table below says the same. */
export function CallLines({ layout, calls, chosen, onCall }: CallLinesProps) {
  const byEnds = new Map(calls.map(call => [keyOf(call.caller, call.callee), call]));
  const most = Math.max(1, ...calls.map(({ now }) => now?.requests ?? 0));
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true" className="absolute inset-0">
      <defs>
        <marker
          id="call-end"
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={8}
          markerHeight={8}
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
        </marker>
      </defs>
      {layout.edges.map(({ from, to, points }) => {
        const call = byEnds.get(keyOf(from, to))!;
        const look = HEALTH_LOOKS[call.health];
        const isFaded = chosen !== undefined && from !== chosen && to !== chosen;
        const line = lineThrough(points);
        const middle = points[Math.floor(points.length / 2)]!;
        const width = 1 + 3 * Math.sqrt((call.now?.requests ?? 0) / most);
        const stroke =
          chosen !== undefined && !isFaded && look.stroke === '--faint' ? '--accent' : look.stroke;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table of calls has the same by keyboard.
          <g
            key={keyOf(from, to)}
            opacity={isFaded ? 0.15 : 1}
            className="cursor-pointer"
            onClick={() => onCall(call)}
          >
            <path d={line} fill="none" stroke="transparent" strokeWidth={14} />
            <path
              d={line}
              fill="none"
              stroke={`var(${stroke})`}
              strokeWidth={width}
              strokeDasharray={look.dash}
              markerEnd="url(#call-end)"
            />
            {TOLD.includes(call.health) && (
              <>
                <circle
                  cx={middle.x}
                  cy={middle.y}
                  r={8}
                  fill="var(--panel)"
                  stroke={`var(${look.stroke})`}
                />
                <text
                  x={middle.x}
                  y={middle.y + 3.5}
                  textAnchor="middle"
                  fontSize={10}
                  fill={`var(${look.stroke})`}
                >
                  {look.sign}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
