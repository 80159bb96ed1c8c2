import { panBy, zoomAround } from '../../../core/chart/timeView.ts';
import type { Camera } from './camera.ts';
import type { Stage } from './stage.ts';

export interface KeyEffects {
  stepMoment(direction: 1 | -1): void;
  openSelected(): void;
  toggleSeries(): void;
}

/** Keys while the timeline has the focus. */
export function listenForKeys(surface: HTMLElement, stage: Stage, camera: Camera, effects: KeyEffects): void {
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
    ',': () => effects.stepMoment(-1),
    '.': () => effects.stepMoment(1),
    Enter: effects.openSelected,
    g: effects.toggleSeries,
  };
  surface.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
