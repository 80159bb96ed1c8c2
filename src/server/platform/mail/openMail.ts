import { connectMail } from './connectMail.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Sends one mail; rejects when the SMTP server did not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

export interface MailConfiguration {
  /** See `connectMail`. */
  url: string;
  /** Sender: `Afterword <afterword@example.org>`. */
  from: string;
}

/** Opens the way to an SMTP server. It is first reached when a mail is sent. */
export function openMail({ url, from }: MailConfiguration): SendMail {
  const transport = connectMail(url, from);
  return async mail => {
    // Says to other machines that nobody is here to answer: no out-of-office notes.
    await transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}
