import type { Micros } from '../record.ts';
import { asTurn, type Turns } from './asTurn.ts';
import { gridEnd } from './grid.ts';
import { findImpact, type Impact } from './impact/findImpact.ts';
import { type ProposedMoment, spell } from './moment.ts';
import type { Observations } from './observation.ts';
import type { MessagePhase } from './phrases.ts';
import { isRevert } from './rules/changes.ts';
import { type SaidMessage, saidMessages } from './rules/messages.ts';

/** Words that show that somebody noticed. */
const TELLS_OF_IT: ReadonlySet<MessagePhase> = new Set(['report', 'declare', 'acknowledge']);

const MINUTE = 60e6;
/** Signals this long before the measured start still count as its detection. */
const LEAD = 10 * MINUTE;
/** People write about a recovery, and alerts resolve, within this time after it. */
const ECHO = 120 * MINUTE;

export interface Course {
  impact: Impact | undefined;
  turns: Turns;
}

/**
 * Start of impact, detection, acknowledgement, mitigation and restore, each from the moments that the rules proposed,
 * with how sure and why. A turn that nothing speaks for is left out. With a given window, the impact must reach into it.
 */
export function findTurns(
  seen: Observations,
  moments: readonly ProposedMoment[],
  given?: { from: Micros; to: Micros },
): Course {
  const impact = findImpact(seen, given);
  if (impact === undefined) return { impact, turns: {} };
  const until = impact.to ?? gridEnd(seen.grid);
  const said = saidMessages(seen.messages).filter(
    ({ message }) => message.at >= impact.from - LEAD && message.at < until + ECHO,
  );
  const near = moments.filter(moment => moment.at >= impact.from - LEAD && moment.at < until + ECHO);
  const turns: Turns = { 'impact-start': startOf(impact, moments) };
  const detection = detectionOf(impact, near, said);
  if (detection) turns.detection = detection;
  const acknowledgement = acknowledgementOf(detection?.at ?? impact.from, near, said);
  if (acknowledgement) turns.acknowledgement = acknowledgement;
  const restore = restoreOf(seen, impact, near, said);
  if (restore) turns.restore = restore;
  const mitigation = mitigationOf(seen, detection?.at ?? impact.from, restore?.at, near, said);
  if (mitigation) turns.mitigation = mitigation;
  return { impact, turns };
}

function startOf(
  impact: Impact,
  moments: readonly ProposedMoment[],
): ProposedMoment & { confidence: number } {
  const { start } = impact;
  const shown = moments.find(moment => moment.key === start.key);
  const moment: ProposedMoment = {
    ...(shown ?? {
      key: 'impact-start',
      title: start.says,
      reason: start.says,
      weight: 1,
      count: 1,
      kind: 'other',
    }),
    at: impact.from,
    ...(impact.to !== undefined && { until: impact.to }),
    uncertaintyUs: start.uncertaintyUs,
    service: start.service,
    source: start.source,
    ...(!start.measured && { title: `No later than here: ${start.says}` }),
    grounds: [
      ...start.grounds,
      ...(shown?.grounds ?? []).filter(ground => ground.query !== start.grounds[0]?.query),
    ],
  };
  return asTurn('impact-start', moment, impact.confidence, impact.reason);
}

function detectionOf(impact: Impact, near: readonly ProposedMoment[], said: readonly SaidMessage[]) {
  const noticed = new Set(
    said
      .filter(
        ({ read, message }) =>
          TELLS_OF_IT.has(read.phase) || (read.phase === 'finding' && message.at >= impact.from),
      )
      .map(({ message }) => `message ${message.row}`),
  );
  const first = earliest(near.filter(moment => moment.kind === 'alert-firing' || noticed.has(moment.key)));
  if (first === undefined) return undefined;
  const byAlert = first.kind === 'alert-firing';
  const distance = first.at - impact.from;
  const when =
    Math.abs(distance) < 1e6
      ? 'as the impact starts'
      : distance >= 0
        ? `${spell(distance)} after the start of impact`
        : `${spell(-distance)} before the measured start of impact, which may have begun earlier than the evidence shows`;
  return asTurn(
    'detection',
    first,
    byAlert ? 0.85 : 0.7,
    `the first ${byAlert ? 'alert' : 'message'}, ${when}`,
  );
}

function acknowledgementOf(from: Micros, near: readonly ProposedMoment[], said: readonly SaidMessage[]) {
  const taken = new Set(
    said.filter(({ read }) => read.phase === 'acknowledge').map(({ message }) => `message ${message.row}`),
  );
  const first = earliest(
    near.filter(moment => moment.at >= from && (moment.kind === 'acknowledgement' || taken.has(moment.key))),
  );
  if (first === undefined) return undefined;
  const sure = first.kind === 'acknowledgement' ? 0.9 : 0.7;
  return asTurn(
    'acknowledgement',
    first,
    sure,
    `the first sign that someone took it, ${spell(first.at - from)} after detection`,
  );
}

function restoreOf(
  seen: Observations,
  impact: Impact,
  near: readonly ProposedMoment[],
  said: readonly SaidMessage[],
) {
  const resolved = near.filter(moment => moment.kind === 'alert-resolved' && moment.at > impact.from);
  const words = said
    .filter(({ read, message }) => read.phase === 'restore' && message.at > impact.from)
    .map(({ message }) => near.find(moment => moment.key === `message ${message.row}`))
    .filter(moment => moment !== undefined);
  const echoes = [resolved.at(-1), words[0]].filter(moment => moment !== undefined);
  if (impact.to !== undefined && impact.end.measured) {
    const agree = echoes.filter(
      echo => echo.at >= impact.to! - seen.grid.step && echo.at - impact.to! < ECHO / 4,
    );
    return asTurn(
      'restore',
      measuredEnd(seen, impact, impact.to),
      Math.min(0.95, impact.end.confidence - 0.05 + 0.07 * agree.length),
      agree.length === 0
        ? 'back to the level before, and stays there'
        : `back to the level before, and ${agree.length === 2 ? 'alert and people agree' : 'another source agrees'}`,
    );
  }
  const said0 = latest(resolved) ?? words[0];
  if (said0 === undefined) return undefined;
  return asTurn('restore', said0, 0.6, 'no measurement shows the end; this is what was said');
}

function measuredEnd(seen: Observations, impact: Impact, at: Micros): ProposedMoment {
  const { end } = impact;
  return {
    key: 'restore',
    kind: 'restore',
    at,
    uncertaintyUs: end.endUncertaintyUs,
    title: end.over,
    reason: `judged in steps of ${spell(seen.grid.step)}`,
    weight: 1,
    source: end.source,
    service: end.service,
    count: 1,
    grounds: end.grounds,
  };
}

function mitigationOf(
  seen: Observations,
  from: Micros,
  restored: Micros | undefined,
  near: readonly ProposedMoment[],
  said: readonly SaidMessage[],
) {
  const announced = new Set(
    said.filter(({ read }) => read.phase === 'mitigate').map(({ message }) => `message ${message.row}`),
  );
  const reverts = new Set(seen.changes.filter(isRevert).map(change => change.row));
  const acts = near.filter(
    moment =>
      moment.at > from &&
      (announced.has(moment.key) || moment.grounds.some(ground => ground.rows.some(row => reverts.has(row)))),
  );
  if (acts.length === 0) return undefined;
  const slack = 2 * seen.grid.step;
  const before = restored === undefined ? undefined : latest(acts.filter(act => act.at <= restored + slack));
  const act = before ?? acts[0]!;
  const fits = before !== undefined && restored !== undefined;
  const reason = fits
    ? act.at <= restored
      ? `the last mitigating step before recovery, ${spell(restored - act.at)} earlier`
      : 'the mitigating step at the time of recovery'
    : restored === undefined
      ? 'the first mitigating step; whether it helped is not measured'
      : 'a mitigating step, announced only after recovery';
  return asTurn('mitigation', act, fits ? 0.75 : 0.5, reason);
}

const earliest = (moments: readonly ProposedMoment[]): ProposedMoment | undefined =>
  moments.reduce<ProposedMoment | undefined>(
    (first, moment) => (!first || moment.at < first.at ? moment : first),
    undefined,
  );
const latest = (moments: readonly ProposedMoment[]): ProposedMoment | undefined =>
  moments.reduce<ProposedMoment | undefined>(
    (last, moment) => (!last || moment.at >= last.at ? moment : last),
    undefined,
  );
