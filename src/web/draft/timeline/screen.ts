import type { Phase } from '../../../core/document/bundle.ts';
import { el } from '../dom.ts';
import type { Camera } from './camera.ts';
import { drawPointer } from './draw/drawPointer.ts';
import { drawScene } from './draw/drawScene.ts';
import { fitCanvas } from './fitCanvas.ts';
import { createGutter } from './gutter.ts';
import { layoutRows } from './layout.ts';
import { createOverview } from './overview.ts';
import type { Stage } from './stage.ts';
import { createTooltip, type Tooltip } from './tooltip.ts';

/** What one sees of a stage: names, plot and overview. */
export interface Screen {
  element: HTMLElement;
  /** The part with the focus and the gestures. */
  plot: HTMLElement;
  tooltip: Tooltip;
  hint: HTMLElement;
  /** Fits the rows into `root` again. */
  lay(root: HTMLElement): void;
  draw(): void;
}

/** Below this width, in stage pixels, names stand above their rows. */
const NARROW = 620;
const GUTTER = 168;
/** Of a timeline taller than this, only rows within this distance of the screen are drawn, in stage pixels. */
const TALL = 1200;
const AHEAD = 400;

/** Makes the screen; `toggleSource` is called when a lane's name is pressed. */
export function createScreen(
  stage: Stage,
  camera: Camera,
  page: { phases: readonly Phase[]; toggleSource(source: string): void },
): Screen {
  const scene = el('canvas', { 'aria-hidden': 'true' });
  const above = el('canvas', { class: 'pointer-layer', 'aria-hidden': 'true' });
  const tooltip = createTooltip();
  const hint = el('p', { class: 'hint', hidden: '' }, 'Click first, or hold Ctrl, to zoom with the wheel');
  const plot = el(
    'div',
    {
      class: 'plot',
      tabindex: '0',
      role: 'application',
      'aria-label': 'Timeline',
      'aria-describedby': 'timeline-keys',
    },
    scene,
    above,
    tooltip.element,
    hint,
  );
  const gutter = createGutter(page.toggleSource);
  const overview = createOverview(stage, camera);
  return {
    element: el('div', { class: 'stage' }, gutter.element, plot, overview.element),
    plot,
    tooltip,
    hint,
    lay(root) {
      stage.unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const room = root.clientWidth / stage.unit - 2;
      const isNarrow = room < NARROW;
      root.classList.toggle('narrow', isNarrow);
      stage.wishes.names = isNarrow ? 'above' : 'beside';
      stage.width = Math.max(80, room - (isNarrow ? 0 : GUTTER));
      stage.layout = layoutRows(stage.model, stage.wishes);
      gutter.lay(stage.layout, stage.filter);
    },
    draw() {
      const top = plot.getBoundingClientRect().top / stage.unit;
      const ahead = stage.layout.height > TALL ? AHEAD : Number.POSITIVE_INFINITY;
      stage.visible = { top: -top - ahead, bottom: innerHeight / stage.unit - top + ahead };
      drawScene(fitCanvas(scene, stage, stage.layout.height), stage, page.phases);
      drawPointer(fitCanvas(above, stage, stage.layout.height), stage);
      overview.draw();
    },
  };
}
