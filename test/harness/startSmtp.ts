import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Unfolded headers, by name in lower case. */
  headers: Map<string, string>;
  text: string;
}

export interface SmtpServer {
  url: string;
  mails: ReceivedMail[];
  /** While true, mails are turned away. */
  isBroken: boolean;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it gets. */
export async function startSmtp(): Promise<SmtpServer> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'afterword' && password === 'secret'
        ? done(null, { user: username })
        : done(new Error('no')),
    onData(stream, { envelope }, done) {
      text(stream).then(source => {
        if (made.isBroken) return done(new Error('try again later'));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        made.mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...parse(source) });
        done();
      }, done);
    },
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  const made: SmtpServer = {
    url: `smtp://afterword:secret@127.0.0.1:${port}`,
    mails: [],
    isBroken: false,
    stop: () => new Promise(closed => server.close(() => closed())),
  };
  return made;
}

function parse(source: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map(line => [line.split(':')[0]!.toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = source.slice(end + 4);
  const isQuoted = headers.get('content-transfer-encoding') === 'quoted-printable';
  return { headers, text: isQuoted ? unquote(body) : body };
}

/** Quoted-printable (RFC 2045) to text. */
function unquote(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
