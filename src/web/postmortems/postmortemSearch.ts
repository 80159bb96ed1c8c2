import type { api } from '../api.ts';

/** What the list of postmortems shows, as it stands in the address. */
export interface PostmortemSearch {
  text?: string;
  state?: string;
  kind?: string;
  owner?: string;
  mine?: boolean;
  /** `new` while one is opened. */
  open?: string;
}

export type SearchChange = { [Name in keyof PostmortemSearch]?: PostmortemSearch[Name] | undefined };

/** The filters that are folded away where the screen is narrow. */
export const FOLDED = ['state', 'kind', 'owner', 'mine'] as const satisfies (keyof PostmortemSearch)[];

/** The operation's input that a state of the address asks for. */
export const toInput = ({
  text,
  state,
  kind,
  owner,
  mine,
}: PostmortemSearch): Parameters<typeof api.postmortems.list.call>[0] => ({
  limit: 50,
  ...(text && { text: String(text) }),
  ...(state && { state: [state as 'draft'] }),
  ...(kind && { kind: [kind] }),
  ...(owner && { ownerId: owner }),
  ...(mine && { isMine: true }),
});

/** Whether some filter narrows the list. */
export const isNarrowed = ({ open: _, ...filters }: PostmortemSearch): boolean =>
  Object.values(filters).some(Boolean);
