/** The engine's own floor: NDJSON of the same records to sorted Parquet. Prints the peak memory in KiB. Arguments: input, output. */
import { DuckDBInstance } from '@duckdb/node-api';

const [input, out] = process.argv.slice(2) as [string, string];
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(
  `copy (select * from read_json('${input}', format = 'newline_delimited') order by "at") to '${out}' (format parquet, compression zstd)`,
);
process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
process.exit(0);
