import { centredOn, xOf } from '../../../core/chart/timeView.ts';
import type { Moment } from '../../../core/document/bundle.ts';
import type { Camera } from './camera.ts';
import { MARKS_TOP } from './layout.ts';
import type { Mark } from './model.ts';
import type { Screen } from './screen.ts';
import type { Stage, Target } from './stage.ts';
import { targetAt } from './targetAt.ts';
import { textsOf } from './tooltip.ts';

/** Choosing things on the stage, by pointer, by key or by search. */
export interface Pointing {
  hover(at: { x: number; y: number } | undefined): void;
  click(at: { x: number; y: number }): void;
  /** Selects something, brings it on screen and says what it is. */
  go(item: Mark | Moment): void;
  stepMoment(direction: 1 | -1): void;
}

export interface PointingEffects {
  open(item: Mark | Moment): void;
  changed(): void;
  redraw(): void;
  say(text: string): void;
}

/** Makes the pointing for a stage and its screen. */
export function createPointing(
  stage: Stage,
  camera: Camera,
  screen: Screen,
  effects: PointingEffects,
): Pointing {
  function go(item: Mark | Moment): void {
    stage.selected = item;
    const view = camera.target();
    const edge = (view.to - view.from) * 0.1;
    if (item.at < view.from + edge || item.at > view.to - edge) {
      camera.glide(centredOn(view, item.at, stage.model.limits));
    }
    const target: Target = 'event' in item ? { kind: 'mark', mark: item } : { kind: 'moment', moment: item };
    screen.tooltip.show(target, { x: xOf(camera.target(), stage.width, item.at), y: rowOf(item) }, stage);
    effects.say(textsOf(target, stage.clock).join('. '));
    effects.redraw();
    effects.changed();
  }

  function rowOf(item: Mark | Moment): number {
    if (!('event' in item)) return MARKS_TOP;
    const row = stage.layout.rows.find(
      ({ kind, item: shown }) => kind === 'lane' && 'marks' in shown && shown.marks.includes(item),
    );
    return row ? row.top + row.height / 2 : MARKS_TOP;
  }

  return {
    go,
    hover(at) {
      stage.pointer = at;
      const before = stage.hovered;
      stage.hovered = at && !stage.brush ? targetAt(stage, at.x, at.y) : undefined;
      screen.plot.classList.toggle('over', itemOf(stage.hovered) !== undefined);
      if (at && stage.hovered) screen.tooltip.show(stage.hovered, at, stage);
      else screen.tooltip.hide();
      if (!at) screen.hint.hidden = true;
      if (itemOf(before) !== itemOf(stage.hovered)) effects.changed();
      effects.redraw();
    },
    click(at) {
      stage.selected = itemOf(targetAt(stage, at.x, at.y));
      screen.tooltip.hide();
      effects.changed();
      if (stage.selected) effects.open(stage.selected);
    },
    stepMoment(direction) {
      const { selected, moments } = stage;
      const place = selected && 'title' in selected ? moments.indexOf(selected) : -1;
      const view = camera.target();
      const at = selected?.at ?? (direction > 0 ? view.from : view.to);
      const after = direction > 0 ? moments.find(moment => moment.at >= at) : undefined;
      const before = direction < 0 ? moments.findLast(moment => moment.at <= at) : undefined;
      const next = place >= 0 ? moments[place + direction] : (after ?? before);
      if (next) go(next);
    },
  };
}

function itemOf(target: Target | undefined): Mark | Moment | undefined {
  if (target?.kind === 'moment') return target.moment;
  return target?.kind === 'mark' ? target.mark : undefined;
}
