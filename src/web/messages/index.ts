import { account } from './en/account.ts';
import { common } from './en/common.ts';
import { home } from './en/home.ts';
import { incidents } from './en/incidents.ts';
import { services } from './en/services.ts';
import { shell } from './en/shell.ts';

/** Every text of the app. Another language is another object of this type. */
export const messages = { account, common, home, incidents, services, shell };
export type Messages = typeof messages;

/** The texts in the reader's language. */
export const t: Messages = messages;
