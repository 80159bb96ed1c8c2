import type pg from 'pg';
import { z } from 'zod';

/** A job that had not been done. One that was running begins anew after a restore. */
export const keptJob = z.object({
  name: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  attempts: z.int(),
  mostAttempts: z.int(),
  key: z.string().nullable(),
  priority: z.int(),
  flags: z.array(z.string()).nullable(),
});
export type KeptJob = z.infer<typeof keptJob>;

/** The jobs of the queue, in their order. */
export async function readJobs(client: pg.ClientBase): Promise<KeptJob[]> {
  const { rows } = await client.query<KeptJob>(
    `select task.identifier as name, job.payload, queue.queue_name as queue, job.run_at::text as "runAt",
      -- The attempt that is under way is not over.
      job.attempts - (job.locked_at is not null)::int as attempts,
      job.max_attempts as "mostAttempts", job.key, job.priority,
      array(select jsonb_object_keys(job.flags)) as flags
    from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    left join graphile_worker._private_job_queues as queue on queue.id = job.job_queue_id
    order by job.id`,
  );
  return rows;
}

/** Puts jobs into an empty queue. Those that were parked stay parked. */
export async function writeJobs(client: pg.ClientBase, jobs: readonly KeptJob[]): Promise<void> {
  for (const job of jobs) {
    const { rows } = await client.query<{ id: string }>(
      `select id from graphile_worker.add_job(
        identifier => $1, payload => $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6,
        priority => $7, flags => $8)`,
      [
        job.name,
        JSON.stringify(job.payload),
        job.queue,
        job.runAt,
        job.mostAttempts,
        job.key,
        job.priority,
        job.flags?.length ? job.flags : null,
      ],
    );
    if (job.attempts > 0)
      await client.query('select graphile_worker.reschedule_jobs(array[$1::bigint], attempts => $2)', [
        rows[0]!.id,
        job.attempts,
      ]);
  }
}
