import { atOf, panBy, type TimeView, zoomAround } from '../../../core/chart/timeView.ts';
import type { Camera } from './camera.ts';
import type { Stage } from './stage.ts';

export interface GestureEffects {
  /** The pointer is over a pixel, or has left. */
  hover(at: { x: number; y: number } | undefined): void;
  click(at: { x: number; y: number }): void;
  redraw(): void;
  /** The wheel turned over a timeline that does not have the focus: the page scrolls instead. */
  passedOver(): void;
  /** Whether a press begins a stretch instead of moving the view. */
  begins(event: PointerEvent, at: { x: number; y: number }): boolean;
  /** A stretch was drawn. */
  brushed(stretch: TimeView): void;
}

/** What of a stage the hand touches. */
export type HandledStage = Pick<Stage, 'unit' | 'width' | 'view' | 'brush'> & {
  model: { limits: TimeView };
};

/** A press that moves less than this, in pixels, is a click. */
const CLICK_SLACK = 4;

/** Drag to move or to draw a stretch, two fingers or the wheel to zoom, double click to come closer. */
export function listenForGestures(
  surface: HTMLElement,
  stage: HandledStage,
  camera: Camera,
  effects: GestureEffects,
): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let pressed: { x: number; view: TimeView; moved: boolean } | undefined;
  const place = (event: MouseEvent) => {
    const box = surface.getBoundingClientRect();
    return { x: (event.clientX - box.left) / stage.unit, y: (event.clientY - box.top) / stage.unit };
  };
  const limits = stage.model.limits;

  surface.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    const at = place(event);
    fingers.set(event.pointerId, at);
    surface.setPointerCapture(event.pointerId);
    pressed = { x: at.x, view: camera.target(), moved: false };
    if (effects.begins(event, at)) stage.brush = { from: at.x, to: at.x };
  });

  surface.addEventListener('pointermove', event => {
    const at = place(event);
    const before = fingers.get(event.pointerId);
    if (!before || !pressed) return effects.hover(at);
    if (Math.abs(at.x - pressed.x) > CLICK_SLACK) pressed.moved = true;
    if (fingers.size === 2) pinch(event.pointerId, before, at);
    else if (stage.brush) stage.brush = { ...stage.brush, to: at.x };
    else if (pressed.moved) camera.jump(panBy(camera.target(), (before.x - at.x) / stage.width, limits));
    fingers.set(event.pointerId, at);
    effects.hover(stage.brush ? at : undefined);
    effects.redraw();
  });

  function pinch(moving: number, before: { x: number }, after: { x: number }): void {
    const other = [...fingers].find(([id]) => id !== moving)?.[1];
    if (!other) return;
    const [was, is] = [Math.abs(before.x - other.x), Math.abs(after.x - other.x)];
    if (was < 8 || is < 8) return;
    camera.jump(zoomAround(camera.target(), atOf(camera.target(), stage.width, other.x), was / is, limits));
  }

  function release(event: PointerEvent): void {
    if (!fingers.delete(event.pointerId)) return;
    const { brush } = stage;
    stage.brush = undefined;
    if (brush && Math.abs(brush.to - brush.from) > CLICK_SLACK) {
      const [left, right] = [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)];
      effects.brushed({
        from: atOf(stage.view, stage.width, left),
        to: atOf(stage.view, stage.width, right),
      });
    } else if (pressed && !pressed.moved && event.type === 'pointerup') {
      effects.click(place(event));
    }
    if (fingers.size === 0) pressed = undefined;
    effects.redraw();
  }

  surface.addEventListener('pointerup', release);
  surface.addEventListener('pointercancel', release);
  surface.addEventListener('pointerleave', () => effects.hover(undefined));
  surface.addEventListener('dblclick', event => {
    const at = atOf(stage.view, stage.width, place(event).x);
    camera.glide(zoomAround(camera.target(), at, 0.25, limits));
  });
  surface.addEventListener(
    'wheel',
    event => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const wanted = event.ctrlKey || event.metaKey || surface.contains(document.activeElement);
      if (!sideways && !wanted) return effects.passedOver();
      event.preventDefault();
      const step = event.deltaMode === 1 ? 16 : 1;
      if (sideways || event.shiftKey) {
        const by = (event.deltaX || event.deltaY) * step;
        return camera.jump(panBy(camera.target(), by / stage.width, limits));
      }
      const at = atOf(camera.target(), stage.width, place(event).x);
      camera.jump(
        zoomAround(
          camera.target(),
          at,
          Math.exp(event.deltaY * step * (event.ctrlKey ? 0.008 : 0.002)),
          limits,
        ),
      );
    },
    { passive: false },
  );
}
