import './soundLanguage.ts';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Micros } from '../../../core/record.ts';
import { useZone } from '../../ui/zone.ts';
import type { Impact } from '../useImpact.ts';
import { cutAtGaps } from './cutAtGaps.ts';
import { graphOptions, strokeOf } from './graphOptions.ts';

export interface GraphLine {
  label: string;
  /** In the order of the times; null where there is none. */
  values: readonly (number | null)[];
}

interface LineGraphProps {
  title: string;
  /** What it shows, for those who do not see it. */
  summary: string;
  times: readonly Micros[];
  lines: readonly GraphLine[];
  valueText?(value: number): string;
  impact?: Impact;
  /** What the axis spans; the data's own time unless given. */
  span?: Impact;
}

const HEIGHT = 132;
const plainText = (value: number): string =>
  value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 4 });

/** One or two lines over time, with the impact as a band; values under the pointer stand above it. */
export function LineGraph({
  title,
  summary,
  times,
  lines,
  valueText = plainText,
  impact,
  span,
}: LineGraphProps) {
  const zone = useZone();
  const frame = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const data = cutAtGaps(times, lines);
    let plot: uPlot | undefined;
    const draw = (): void => {
      plot?.destroy();
      const size = { width: element.clientWidth, height: HEIGHT };
      const options = graphOptions({ lines, zone, valueText, impact, span, onPoint });
      plot = new uPlot({ ...options, ...size }, data, element);
    };
    function onPoint(text: string): void {
      if (legend.current) legend.current.textContent = text;
    }
    draw();
    const resized = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    // The lines are drawn on a canvas, which takes no colours from the style sheet by itself.
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      scheme.removeEventListener('change', draw);
      themed.disconnect();
      resized.disconnect();
      plot?.destroy();
    };
  }, [times, lines, zone, valueText, impact, span]);
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline gap-3 text-sm">
        <span className="min-w-0 truncate font-medium">{title}</span>
        {lines.length > 1 &&
          lines.map(({ label }, place) => (
            <span key={label} className="flex items-center gap-1 text-xs text-muted">
              <span
                aria-hidden
                className="h-0.5 w-3"
                style={{ background: `var(${strokeOf(place, lines.length)})` }}
              />
              {label}
            </span>
          ))}
        <span className="flex-1" />
        <span ref={legend} aria-hidden className="tabular whitespace-nowrap text-muted" />
      </figcaption>
      <div ref={frame} role="img" aria-label={`${title}: ${summary}`} style={{ height: HEIGHT }} />
    </figure>
  );
}
