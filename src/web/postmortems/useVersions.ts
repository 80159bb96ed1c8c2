import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api.ts';
import { paging } from '../ui/paging.ts';

interface VersionSearch {
  version?: number | undefined;
  against?: number | undefined;
  whole?: boolean | undefined;
}

/** The versions of a postmortem's text, the newest first. */
export const useVersions = (id: string) =>
  useInfiniteQuery(
    api.postmortems.versions.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, limit: 100, ...(cursor && { cursor }) }),
      ...paging,
    }),
  );

/** Which version is looked at, and how: as a whole, or against another. It stands in the address. */
export function useVersionSearch() {
  const search: VersionSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search,
    change: (next: VersionSearch): void =>
      void navigate({
        to: '.',
        search: ((before: object) => ({ ...before, ...next })) as never,
        replace: true,
        resetScroll: false,
      }),
  };
}
