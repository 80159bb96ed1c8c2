import { atOf, type TimeView, xOf } from '../../../core/chart/timeView.ts';
import type { Camera } from '../../draft/timeline/camera.ts';
import { overviewSpan } from '../overviewSpan.ts';
import type { Stage } from '../stage.ts';

/** A press that moves less than this, in pixels, only goes there. */
const SLACK = 5;

/** On the overview: drag the frame to move it, press elsewhere to go there, drag elsewhere to frame a stretch. */
export function listenOnOverview(
  element: HTMLElement,
  stage: Pick<Stage, 'width' | 'unit' | 'model'>,
  camera: Camera,
): void {
  let limits: TimeView = stage.model.limits;
  let pressed: { x: number; holds: number | undefined } | undefined;
  const xIn = (event: PointerEvent): number =>
    (event.clientX - element.getBoundingClientRect().left) / stage.unit;

  element.addEventListener('pointerdown', event => {
    element.setPointerCapture(event.pointerId);
    const x = xIn(event);
    const view = camera.target();
    limits = overviewSpan(stage.model, view);
    const at = atOf(limits, stage.width, x);
    const isInside = at >= view.from && at <= view.to && view.to - view.from < limits.to - limits.from;
    pressed = { x, holds: isInside ? x - xOf(limits, stage.width, (view.from + view.to) / 2) : undefined };
  });

  element.addEventListener('pointermove', event => {
    if (!pressed || event.buttons !== 1) return;
    const x = xIn(event);
    if (pressed.holds !== undefined) moveTo(x - pressed.holds);
    else if (Math.abs(x - pressed.x) > SLACK) {
      const [left, right] = [Math.min(x, pressed.x), Math.max(x, pressed.x)];
      camera.jump({ from: atOf(limits, stage.width, left), to: atOf(limits, stage.width, right) });
    }
  });

  element.addEventListener('pointerup', event => {
    const x = xIn(event);
    if (pressed?.holds === undefined && pressed && Math.abs(x - pressed.x) <= SLACK) moveTo(x);
    pressed = undefined;
  });

  function moveTo(x: number): void {
    const at = atOf(limits, stage.width, x);
    const half = (camera.target().to - camera.target().from) / 2;
    camera.jump({ from: at - half, to: at + half });
  }
}
