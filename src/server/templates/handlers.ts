import { randomUUIDv7 } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { TEMPLATES } from '../../core/document/templates/index.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.templates;
const subject = (id: string) => ({ kind: 'template', id });

/** What a template of the product says by itself. */
function defaultOf({ defaultId }: store.TemplateRow) {
  const own = TEMPLATES.find(({ id }) => id === defaultId);
  return own && { name: own.name, description: own.description, sections: own.sections };
}

function present({ retiredAt, ...row }: store.TemplateRow) {
  const own = defaultOf({ retiredAt, ...row });
  const { name, description } = row;
  const sections = [...row.sections];
  return {
    ...row,
    sections: sections.map(section => ({ ...section, filledBy: [...section.filledBy] })),
    isRetired: retiredAt !== null,
    isEdited: own !== undefined && !isDeepStrictEqual({ name, description, sections }, own),
  };
}

const load = async ({ db }: OperationContext, id: string): Promise<store.TemplateRow> =>
  (await store.findTemplate(db, id)) ?? refuseAbsent('template');

/** Edits a template that is there, at the version that the caller knows. */
async function edit(
  context: OperationContext,
  id: string,
  change: (before: store.TemplateRow) => Parameters<typeof store.updateTemplate>[2],
) {
  await store.lockTemplate(context.db, id);
  const before = await load(context, id);
  expectVersion(context, before);
  await store.updateTemplate(context.db, id, change(before), context.now);
  const after = await load(context, id);
  await context.record({ subject: subject(id), before, after });
  return present(after);
}

export const templateHandlers = {
  list: on.list.handler(async ({ input, context }) => ({
    items: (await store.listTemplates(context.db, input)).map(present),
  })),

  get: on.get.handler(async ({ input, context }) => present(await load(context, input.id))),

  add: on.add.handler(async ({ input, context }) => {
    const id = randomUUIDv7();
    await store.insertTemplate(context.db, { ...input, id, defaultId: null, at: context.now });
    const after = await load(context, id);
    await context.record({ subject: subject(id), after });
    return present(after);
  }),

  edit: on.edit.handler(({ input: { id, isRetired, ...fields }, context }) =>
    edit(context, id, before => ({
      ...fields,
      ...(isRetired !== undefined && { retiredAt: isRetired ? (before.retiredAt ?? context.now) : null }),
    })),
  ),

  restoreDefault: on.restoreDefault.handler(({ input: { id }, context }) =>
    edit(
      context,
      id,
      before =>
        defaultOf(before) ??
        refuse('conflict', 'This template is your own, so there is no other text of it. Edit it instead.'),
    ),
  ),
};
