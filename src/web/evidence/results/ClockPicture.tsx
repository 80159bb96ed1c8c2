import { t } from '../../messages/index.ts';
import { type Clock, spansOf } from './clocks.ts';
import { microsText, signedMicrosText } from './microsText.ts';

const WIDTH = 180;
const HEIGHT = 32;

interface ClockPictureProps {
  clock: Clock;
  /** Microseconds at the upper edge; the lower edge is as far below zero. */
  reach: number;
}

/** A clock's offset over time as a line in its band of uncertainty, around the reference in the middle. */
export function ClockPicture({ clock, reach }: ClockPictureProps) {
  const spans = spansOf(clock);
  if (spans.length === 0) return <span className="text-muted">–</span>;
  const start = Math.min(...spans.map(({ from }) => from));
  const length = Math.max(1, ...spans.map(({ to }) => to - start));
  const x = (at: number): number => ((at - start) / length) * WIDTH;
  const y = (micros: number): number => HEIGHT / 2 - (micros / reach) * (HEIGHT / 2 - 1);
  const said = spans
    .map(({ begin, doubt }) => `${signedMicrosText(begin)} ± ${microsText(doubt)}`)
    .join(', ');
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t.evidence.clockPicture(clock.clock, said)}
      className="max-w-full"
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-line" />
      {spans.map(({ from, to, begin, end, doubt }) => (
        <g key={from}>
          <polygon
            className="fill-accent opacity-25"
            points={[
              [x(from), y(begin + doubt)],
              [x(to), y(end + doubt)],
              [x(to), y(end - doubt)],
              [x(from), y(begin - doubt)],
            ]
              .map(point => point.join(','))
              .join(' ')}
          />
          <line
            x1={x(from)}
            x2={x(to)}
            y1={y(begin)}
            y2={y(end)}
            className="stroke-accent"
            strokeWidth="1.5"
          />
        </g>
      ))}
    </svg>
  );
}
