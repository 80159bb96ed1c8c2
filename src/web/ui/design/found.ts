import { design } from '../../messages/en/design.ts';
import type { Found } from '../PickFound.tsx';

/** Things to be found, as a server would give them. */
export const FOUND: readonly Found[] = design.services.map((name, index) => ({
  id: name,
  name,
  ...(index % 2 === 0 && { detail: design.teams[0]! }),
}));

/** What fits the text that was typed. */
export const searchIn = (all: readonly Found[], text: string): Found[] =>
  all.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
