import type { TemplateSection } from '../../core/document/templates/template.ts';
import { parseInstant, printInstant } from '../../core/instant.ts';
import { type Deadline, judgeDeadlines } from '../../core/lifecycle/deadlines.ts';
import { POSTMORTEM_TABLE } from '../../core/lifecycle/postmortem.ts';
import { offeredTransitions } from '../../core/lifecycle/stateTable.ts';
import type { PostmortemSummaryRow } from './listStore.ts';
import type { MeasuredSection, PostmortemRow } from './store.ts';
import type { TemplateCopy } from './templateStore.ts';
import type { WrittenSection } from './textStore.ts';

const microsOf = (instant: string | null) => (instant === null ? null : parseInstant(instant));

const printDeadline = ({ dueAt, doneAt, state }: Deadline) => ({
  dueAt: dueAt === null ? null : printInstant(dueAt),
  doneAt: doneAt === null ? null : printInstant(doneAt),
  state,
});

/** A postmortem as lists show it. `now` in ISO. */
export function toSummary<Row extends PostmortemSummaryRow>(row: Row, now: string) {
  const { owner, draft } = judgeDeadlines({
    declaredAt: microsOf(row.declaredAt),
    restoredAt: microsOf(row.restoredAt),
    done: { owner: microsOf(row.ownedSince), draft: microsOf(row.draftedAt) },
    now: parseInstant(now),
  });
  return { ...row, deadlines: { owner: printDeadline(owner), draft: printDeadline(draft) } };
}

/** A section with what its template says of it and how much of it is written. */
export function toSection(
  section: WrittenSection,
  { template, measured }: { template: TemplateCopy; measured: readonly MeasuredSection[] },
) {
  const said: Partial<TemplateSection> = template.sections.find(({ id }) => id === section.id) ?? {};
  const { filled = 0, reason = '' } = measured.find(({ id }) => id === section.id) ?? {};
  return {
    ...section,
    guidance: said.guidance ?? '',
    isRequired: said.isRequired ?? false,
    completeness: Math.floor(filled * 100),
    reason,
  };
}

/** A postmortem with its newest text. */
export function toPostmortem(row: PostmortemRow, now: string) {
  const { people, teams, template, sections } = row;
  return {
    ...toSummary(row, now),
    template: { id: template.id, name: template.name },
    sections: sections.map(section => toSection(section, row)),
    access: { people, teams },
    canGo: offeredTransitions(POSTMORTEM_TABLE, row.state),
  };
}
