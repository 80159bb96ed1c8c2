import { randomUUIDv7 } from 'node:crypto';
import { decideIncident } from '../../core/lifecycle/decideIncident.ts';
import type { DecisionKind } from '../../core/lifecycle/decisionRules.ts';
import { suggestTemplate } from '../../core/lifecycle/suggestTemplate.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import { findSimilar } from '../incidents/decision/store.ts';
import { findIncident, type ImpactFigure, type IncidentRow, lockIncident } from '../incidents/store.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { findTemplate, findTemplateByDefault, type TemplateRow } from '../templates/store.ts';
import { findBundle } from './bundleStore.ts';
import { draftTexts } from './draftTexts.ts';
import { rewrite, saveText, writerOf } from './saveText.ts';
import * as store from './store.ts';

/** Written where the decision asks for nothing, or not enough is known to decide: a person wants a postmortem anyway. */
const WITHOUT_DECISION = 'short';

/** What the checklist, or a person who overrode it, asks for: the id of a template of the product. */
async function suggest({ db }: OperationContext, incident: IncidentRow): Promise<string> {
  const { causeClass, useCase, severity, impact } = incident;
  const { decision, facts } = decideIncident({
    incident: { ...incident, severity: severity as Severity, impact: impact as ImpactFigure[] },
    answers: incident.answers,
    similar: await findSimilar(db, incident),
    override: null,
  });
  const kind = (incident.overrideKind as DecisionKind | null) ?? decision.kind;
  return suggestTemplate(kind, { causeClass, useCase, isHarmless: facts.harmless }) ?? WITHOUT_DECISION;
}

/** The template that was asked for, or what the checklist suggests; a retired one is not offered, so it is not suggested. */
async function chooseTemplate(
  context: OperationContext,
  incident: IncidentRow,
  templateId: string | undefined,
): Promise<TemplateRow> {
  const chosen = templateId
    ? await findTemplate(context.db, templateId)
    : await findTemplateByDefault(context.db, await suggest(context, incident));
  if (chosen && chosen.retiredAt === null) return chosen;
  return refuse(
    'invalid',
    templateId
      ? 'No template that is offered has this id. List the templates and choose one.'
      : 'The template that the checklist suggests was retired. Choose another one.',
  );
}

export interface Opening {
  /** An id, or a number such as `INC-12`. */
  incidentId: string;
  templateId?: string | undefined;
  title?: string | undefined;
  dueOn: string | null;
}

/**
 * Opens the postmortem of an incident, filled from the newest draft of its evidence.
 *
 * @returns its id
 * @throws conflict when the incident has one that is not withdrawn
 */
export async function openPostmortem(
  context: OperationContext,
  { incidentId: ref, templateId, title, dueOn }: Opening,
): Promise<string> {
  const { db, actor, now } = context;
  const { id: incidentId } = (await lockIncident(db, actor, ref)) ?? refuseAbsent('incident');
  const incident = (await findIncident(db, SYSTEM, incidentId))!;
  if (await store.findOpenPostmortem(db, incidentId))
    refuse('conflict', 'This incident has a postmortem already. Write on in it, or withdraw it first.');

  const { id: chosenId, name, sections, defaultId } = await chooseTemplate(context, incident, templateId);
  const template = { id: chosenId, name, sections };
  const id = randomUUIDv7();
  await store.insertPostmortem(db, {
    id,
    incidentId,
    title: title ?? incident.title,
    kind: defaultId ?? 'custom',
    templateId: chosenId,
    template,
    dueOn,
    openedBy: actor.id || null,
    at: now,
  });

  const row = (await store.findPostmortem(db, SYSTEM, id))!;
  const draft = await findBundle(db, incidentId);
  const sectionIds = new Set(sections.map(section => section.id));
  const textOf = draft && (await draftTexts(db, row, { draft, sectionIds }));
  await saveText(context, row, {
    before: [],
    next: sections.map(section => {
      const markdown = textOf?.get(section.id) ?? '';
      return rewrite(section, { markdown, writtenBy: writerOf(markdown, 'draft') });
    }),
    change: 'open',
    note: draft ? 'Filled from the draft.' : '',
    columns: { draftId: draft?.id ?? null },
  });
  return id;
}
