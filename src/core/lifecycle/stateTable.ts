/** Where a transition leads, or why it is refused: a sentence that says what to do instead. */
export type Step<State extends string> = { state: State } | { refused: string };

/** Every state × every transition has an entry, so that no pair is undefined by oversight. */
export type StateTable<State extends string, Transition extends string> = Readonly<
  Record<State, Readonly<Record<Transition, Step<State>>>>
>;

/** An entry that leads on. */
export const to = <State extends string>(state: State): { state: State } => ({ state });

/** An entry that refuses, with what to do instead. */
export const refuse = (refused: string): { refused: string } => ({ refused });

/** The transitions that a state allows, in the table's order: what a screen offers as buttons. */
export function offeredTransitions<State extends string, Transition extends string>(
  table: StateTable<State, Transition>,
  state: State,
): Transition[] {
  const row = table[state];
  return (Object.keys(row) as Transition[]).filter(transition => 'state' in row[transition]);
}
