import { implement } from '@orpc/server';
import type { z } from 'zod';
import { fileTypeOf } from '../../../contract/bytes.ts';
import { contract } from '../../../contract/index.ts';
import type { OperationMeta } from '../../../contract/operation.ts';
import type { AuditEvent } from '../audit/event.ts';
import { recordEvent } from '../audit/recordEvent.ts';
import { recordEvents } from '../audit/recordEvents.ts';
import { needRecentSignIn } from '../auth/needRecentSignIn.ts';
import type { Db } from '../db/openDatabase.ts';
import { enqueueJob, type JobOptions } from '../jobs/enqueueJob.ts';
import { authorise } from './authorise.ts';
import type { Happening, OperationContext, RequestContext } from './context.ts';
import { answerOnce } from './idempotency.ts';
import { withoutSecrets } from './withoutSecrets.ts';

const metaOf = (procedure: { '~orpc': { meta: unknown } }): OperationMeta =>
  procedure['~orpc'].meta as OperationMeta;

/**
 * What every handler is built on. Before it: permission; for a change a transaction, in which the handler's rows, its
 * audit events and its jobs stand or fall together. After it: the ETag, and what kind of file the answer is.
 */
export const operations = implement(contract)
  .$context<RequestContext>()
  .use(async ({ context, procedure, path, next }, input) => {
    const meta = metaOf(procedure);
    const operation = path.join('.');
    context.heard?.(operation);
    authorise(context.actor, path[0]!, meta);
    if (meta.needsRecentSignIn) needRecentSignIn(context.actor, context.platform.now());
    const call: Call = { context, operation, meta, input, schema: schemaOf(procedure) };
    const result = await perform(call, async operationContext => next({ context: operationContext }));
    const version = (result.output as { version?: unknown } | undefined)?.version;
    if (meta.isVersioned) context.answerHeaders.etag = `"${version}"`;
    const fileType = fileTypeOf(procedure['~orpc'].outputSchema);
    if (fileType) context.answerHeaders['content-type'] = withCharset(fileType);
    return result;
  });

const withCharset = (type: string): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

const schemaOf = (procedure: { '~orpc': { inputSchema?: unknown } }): z.ZodType | undefined =>
  procedure['~orpc'].inputSchema as z.ZodType | undefined;

interface Call {
  context: RequestContext;
  operation: string;
  meta: OperationMeta;
  /** As it was sent, fields that nobody knows among it. */
  input: unknown;
  schema: z.ZodType | undefined;
}

type Run<T> = (context: OperationContext) => Promise<T>;

function perform<T extends { output: unknown }>(call: Call, run: Run<T>): Promise<T> {
  if (call.meta.effect === 'read') return run(readContext(call));
  return call.meta.isLong ? changeAfterWork(call, run) : change(call, run);
}

function makeContext(
  { context, operation, meta, input, schema }: Call,
  db: Db,
): OperationContext & { recorded: number } {
  const now = context.platform.now().toISOString();
  const made = {
    ...context,
    db,
    now,
    recorded: 0,
    async record(...happenings: Happening[]) {
      made.recorded += happenings.length;
      // What an operation does not know it does not keep either: it may be anything, a password too.
      const known = withoutSecrets(schema?.safeParse(input).data, meta.secret);
      const events = happenings.map(
        ({ kind, subject, incidentId, before, after }): AuditEvent => ({
          kind: kind ?? (meta.effect === 'change' ? 'change' : 'view'),
          operation,
          actor: { kind: context.actor.kind, id: context.actor.id || null, name: context.actor.name },
          subject,
          incidentId: incidentId ?? null,
          at: now,
          requestId: context.requestId,
          ip: context.ip,
          input: known,
          before,
          after,
        }),
      );
      if (events.length === 1) await recordEvent(made.db, events[0]!);
      else if (events.length > 1) await recordEvents(made.db, events);
    },
    commit: (): never => outOfPlace(operation),
    enqueue: (job: string, payload: object, options?: JobOptions) =>
      enqueueJob(made.db, job, payload, options),
  };
  return made;
}

/** A read that must be on record writes its event at once, outside any transaction. */
function readContext(call: Call): OperationContext {
  const made = makeContext(call, call.context.platform.db);
  const record = made.record;
  made.record = async (...happenings) => {
    if (happenings.length === 0) return;
    await record(...happenings);
    call.context.platform.eventsCommitted();
  };
  return made;
}

async function change<T extends { output: unknown }>(call: Call, run: Run<T>): Promise<T> {
  const { platform } = call.context;
  const result = await platform.db.transaction().execute(async transaction => {
    const made = makeContext(call, transaction);
    return answerOnce(made, call, async () => {
      const answer = await run(made);
      if (made.recorded === 0)
        throw new Error(`${call.operation} changed something and recorded no audit event`);
      return answer;
    });
  });
  platform.eventsCommitted();
  return result;
}

/** The handler works on the pool first; what it gives to `commit` is the change. */
async function changeAfterWork<T extends { output: unknown }>(call: Call, run: Run<T>): Promise<T> {
  const made: OperationContext = makeContext(call, call.context.platform.db);
  let isCommitted = false;
  made.record = made.enqueue = async () => outOfPlace(call.operation);
  made.commit = async part => {
    if (isCommitted) outOfPlace(call.operation);
    const { output } = await change(call, async context => ({ output: await part(context) }));
    isCommitted = true;
    return output;
  };
  const result = await run(made);
  if (!isCommitted) throw new Error(`${call.operation} ended without its change`);
  return result;
}

const outOfPlace = (operation: string): never => {
  throw new Error(`${operation} recorded, enqueued or committed where its kind of operation cannot`);
};
