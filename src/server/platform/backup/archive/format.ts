import { z } from 'zod';

/** Changes when an older version could not read what a newer one writes. */
export const FORMAT = 'afterword-backup/1';

const migration = z.object({ name: z.string(), hash: z.string() });

/** Stands in front of everything, in the clear. */
export const backupHeader = z.object({
  format: z.literal(FORMAT),
  /** Of Afterword. */
  version: z.string(),
  createdAt: z.string(),
  lock: z
    .object({
      kdf: z.literal('scrypt'),
      salt: z.string(),
      cost: z
        .int()
        .min(2 ** 14)
        .max(2 ** 20),
    })
    .nullable(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** First member, `database.json`: what the tables need to be made again. */
export const databaseDescription = z.object({
  migrations: z.array(migration),
  /** Stored columns of each table, in the order of its data. */
  tables: z.record(z.string(), z.array(z.string())),
  /** Entries of the audit log, and whose log it is. */
  auditSize: z.int(),
  /** Tells whether a server's secret is the one that sealed these originals, and nothing else about it. */
  secretMark: z.string(),
});
export type DatabaseDescription = z.infer<typeof databaseDescription>;

/** Last member, `manifest.json`. */
export const manifest = z.object({
  members: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** Rows of each table. */
  rows: z.record(z.string(), z.int()),
  jobs: z.int(),
  sequences: z.record(z.string(), z.int().nullable()),
  objects: z.int(),
  /** Keys of objects that rows refer to and that were not in the store, or not as they were put. */
  lost: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

export const MEMBERS = {
  database: 'database.json',
  jobs: 'jobs.json',
  manifest: 'manifest.json',
  tables: 'tables/',
  objects: 'objects/',
  secrets: 'secrets/',
} as const;
