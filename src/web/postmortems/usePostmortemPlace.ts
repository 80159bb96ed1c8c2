import { type AddressForm, type RawSearch, useAddressState } from '../ui/useAddressState.ts';

/** What is opened in a postmortem, as the address names it. */
export interface PostmortemPlace {
  /** The section that is written. */
  write?: string | undefined;
  /** The evidence that is shown: a citation of the text (`e3`), or the place of a record. */
  cite?: string | undefined;
  /** The finding whose form is open; `new` adds one. */
  finding?: string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const FORM: AddressForm<PostmortemPlace> = {
  parse: ({ write, cite, finding }: RawSearch) => ({
    write: textOf(write),
    cite: textOf(cite),
    finding: textOf(finding),
  }),
  print: next => ({ ...next }),
  as: 'step',
};

/** Where in a postmortem one is, and the way elsewhere in it. */
export const usePostmortemPlace = () => useAddressState(FORM);
