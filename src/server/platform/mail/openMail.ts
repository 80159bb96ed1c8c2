import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Sends one mail; rejects when the SMTP server did not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

export interface MailConfiguration {
  /** `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte. */
  url: string;
  /** Sender: `Afterword <afterword@example.org>`. */
  from: string;
}

/** How long an SMTP server may take for one step, in milliseconds. */
const PATIENCE = 10_000;

/** Opens the way to an SMTP server. It is first reached when a mail is sent. */
export function openMail({ url, from }: MailConfiguration): SendMail {
  const transport = createTransport(
    {
      url,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // A mail is text that we wrote: it never fetches anything.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return async mail => {
    // Says to other machines that nobody is here to answer: no out-of-office notes.
    await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}
