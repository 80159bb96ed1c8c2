import { createTransport, type Transporter } from 'nodemailer';
import { isThisMachine } from '../isThisMachine.ts';

/** How long an SMTP server may take for one step, in milliseconds. */
const PATIENCE = 10_000;

/**
 * The way to an SMTP server, first gone when something is sent. To another machine only encrypted, whatever that machine
 * says it can, unless the address says `?requireTLS=false`: mails open accounts.
 *
 * @param url `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte
 * @param from sender of all mails
 */
export const connectMail = (url: string, from?: string): Transporter =>
  createTransport(
    {
      url,
      requireTLS: !isThisMachine(new URL(url).hostname),
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // A mail is text that we wrote: it never fetches anything.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
