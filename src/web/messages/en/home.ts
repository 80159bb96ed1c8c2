export const home = {
  title: (name: string) => `Good to see you, ${name}`,
  lead: 'What is burning, what waits for you, and what is overdue.',
  burning: 'Burning now',
  burningEmpty: 'Nothing is burning.',
  mine: 'Waits for you',
  mineEmpty: 'Nothing waits for you.',
  overdue: 'Overdue actions',
  overdueEmpty: 'Nothing is overdue.',
  drafts: 'Postmortems being written',
  draftsEmpty: 'No postmortem is being written.',
  all: 'All',
};
