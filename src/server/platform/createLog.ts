import pino, { type DestinationStream, type Logger } from 'pino';

/** Names under which a credential could reach a log line, at the top or one below. */
const SECRET = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret', 'apiKey'];

/** The log of a server: one JSON object a line, time in ISO 8601, no credential. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: {
        paths: SECRET.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]),
        censor: '‹redacted›',
      },
    },
    destination,
  );
}
