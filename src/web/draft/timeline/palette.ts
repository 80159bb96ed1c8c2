/** Colours of the style sheet, as a canvas wants them: resolved for the theme on screen. */
const NAMES = [
  'text',
  'muted',
  'faint',
  'line',
  'panel',
  'accent',
  'density',
  'error',
  'warn',
  'event',
  'hit',
  'phase',
  'change',
  'alert',
  'measure',
  'talk',
  'phase-impact',
  'phase-detected',
  'phase-mitigated',
  'phase-restored',
  'phase-before',
] as const;

export type Palette = Record<(typeof NAMES)[number], string>;

/** Reads the colours as they are under `root` now. */
export function readPalette(root: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.style.forcedColorAdjust = 'none';
  root.append(probe);
  const colours = NAMES.map(name => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}
