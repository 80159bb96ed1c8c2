/** The traces that hold a call, as the view of traces is asked for them. */
export const searchOfCall = (
  { caller, callee }: { caller: string; callee: string },
  silent: ReadonlySet<string>,
) =>
  silent.has(callee)
    ? { view: 'traces', service: caller, text: callee }
    : { view: 'traces', service: callee, caller };
