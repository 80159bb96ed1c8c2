/** SQL for a `Mark` (see core/timeline/observation) out of a row of `noted`. */
export const MARK = `{row: row, "at": t, uncertaintyUs: u, source: source, service: owner}`;

/** SQL for the first and the last `Mark` of a group. */
export const FIRST_MARK = `arg_min(${MARK}, (t, row))`;
export const LAST_MARK = `arg_max(${MARK}, (t, row))`;

/** SQL for up to five rows of a group, spread from its beginning. */
export const SAMPLE_ROWS = `list_slice(array_agg(row order by t, row), 1, 5)`;
