/**
 * Asks a server as fast as it answers, from a process of its own; prints autocannon's result as JSON.
 *
 *     node bench/child/load.ts OPTIONS   (autocannon's options, as JSON)
 */
import autocannon from 'autocannon';

const result = await autocannon(JSON.parse(process.argv[2]!) as autocannon.Options);
process.stdout.write(JSON.stringify(result));
