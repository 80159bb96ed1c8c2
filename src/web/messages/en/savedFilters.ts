export const savedFilters = {
  title: 'Saved filters',
  save: 'Save these filters …',
  nothing: 'Set a filter first; then it can be saved.',
  name: 'Name',
  remove: (name: string) => `Remove “${name}”`,
  saved: (name: string) => `“${name}” is saved in this browser`,
};
