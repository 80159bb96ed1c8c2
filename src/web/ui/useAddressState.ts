import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** The search part of an address, as the router has taken it apart. */
export type RawSearch = Record<string, unknown>;

/** How a state stands in the address. */
export interface AddressForm<State> {
  parse(raw: RawSearch): State;
  /** What is given, for the address; `undefined` takes something out of it. */
  print(next: Partial<State>): RawSearch;
  /** Whether a change is a step that the back button undoes, or takes the place of the address, unless said. */
  as: 'step' | 'replace';
}

/** A page's state that stands in the address, so that every state of it can be linked to, and how to change it. */
export function useAddressState<State>({ parse, print, as: usually }: AddressForm<State>) {
  const raw = useSearch({ strict: false }) as RawSearch;
  const navigate = useNavigate();
  const text = JSON.stringify(raw);
  // Parsed again only when something changed, so that what depends on a part of it stays as it is.
  const state = useMemo(() => parse(JSON.parse(text) as RawSearch), [parse, text]);
  const change = useCallback(
    (next: Partial<State>, as = usually) =>
      void navigate({
        to: '.',
        search: ((before: RawSearch) => ({ ...before, ...print(next) })) as never,
        replace: as === 'replace',
        resetScroll: false,
      }),
    [navigate, print, usually],
  );
  return [state, change] as const;
}
