/** `npm start`: builds the web app if need be, then runs the demonstration. */
import { buildApp } from './buildApp.ts';

await buildApp();
process.argv.splice(2, 0, 'demo');
await import('../src/cli/main.ts');
