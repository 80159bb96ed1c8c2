/**
 * SQL for the thing that a record speaks of: its service, or its machine where no service is named, or the source
 * (a file) when nothing else is known.
 */
export const ENTITY = `coalesce(nullif(service, ''), nullif(host, ''), source)`;
