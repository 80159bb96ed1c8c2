/** Rows of a list that are chosen to be changed together. */
export const selection = {
  select: 'Select',
  selectAll: 'Select all',
  change: 'Change …',
  clear: 'Clear selection',
  most: (count: number) => `At most ${count} at once. Take some out of the selection.`,
  asIs: 'Leave as it is',
  allOrNone: 'All of them are changed, or none.',
  takeOut: 'Take these out of the selection',
  keys: { next: 'Next row', previous: 'Row before', select: 'Select the row', change: 'Change the selected' },
};
