import { useNavigate, useSearch } from '@tanstack/react-router';

/** Which of a page's panels is open. It stands in the address, so that it can be linked to and the way back closes it. */
export function usePanel<Name extends string>() {
  const search: { panel?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (next: Name | undefined): void =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, panel: next })) as never,
      resetScroll: false,
    });
  return {
    panel: search.panel as Name | undefined,
    open: (next: Name) => show(next),
    close: () => show(undefined),
  };
}
