import { panBy, type TimeView, zoomAround } from '../../../core/chart/timeView.ts';
import type { Micros } from '../../../core/record.ts';
import type { Camera } from './camera.ts';

/** What of a stage the keys need. */
export interface KeyedStage {
  model: { limits: TimeView; home: TimeView };
  selected: { at: Micros } | undefined;
}

/**
 * Keys while the timeline has the focus: those that move and zoom, and what else `actions` names.
 *
 * @param actions what to do, by the key's name
 */
export function listenForKeys(
  surface: HTMLElement,
  stage: KeyedStage,
  camera: Camera,
  actions: Record<string, () => void>,
): void {
  const { limits, home } = stage.model;
  const pan = (share: number) => camera.glide(panBy(camera.target(), share, limits));
  const zoom = (factor: number) => {
    const view = camera.target();
    const anchor =
      stage.selected && stage.selected.at > view.from && stage.selected.at < view.to
        ? stage.selected.at
        : (view.from + view.to) / 2;
    camera.glide(zoomAround(view, anchor, factor, limits));
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => pan(-0.2),
    ArrowRight: () => pan(0.2),
    PageUp: () => pan(-0.9),
    PageDown: () => pan(0.9),
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    _: () => zoom(2),
    '0': () => camera.glide(home),
    Home: () => camera.glide(home),
    ...actions,
  };
  surface.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
