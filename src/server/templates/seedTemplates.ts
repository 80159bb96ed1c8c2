import { randomUUIDv7 } from 'node:crypto';
import { TEMPLATES } from '../../core/document/templates/index.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { insertTemplate } from './store.ts';

/**
 * Adds the templates of the product that the database lacks, as rows that people may edit. Runs after the migrations, at
 * every start; rows that are there stay as people left them. Like a migration it is nobody's change.
 */
export async function seedTemplates(db: Db, now: Date): Promise<void> {
  for (const { id: defaultId, ...template } of TEMPLATES)
    await insertTemplate(db, { ...template, id: randomUUIDv7(), defaultId, at: now.toISOString() });
}
