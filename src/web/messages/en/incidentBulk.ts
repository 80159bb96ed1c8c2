import { plural } from '../plural.ts';

/** Several incidents that are changed together. */
export const incidentBulk = {
  region: 'Selected incidents',
  count: (count: number) => plural(count, 'incident selected', 'incidents selected'),
  title: (count: number) => `Change ${plural(count, 'incident', 'incidents')}`,
  owner: 'Owning team',
  ownerSet: 'Another team',
  ownerNone: 'No team',
  ownerTeam: 'Which team',
  ownerHint: 'The team that owned it before contributes from then on.',
  addServices: 'Affected too',
  removeServices: 'Not affected after all',
  move: 'State',
  moveOf: (transition: string, count: number, all: number) => `${transition} (${count} of ${all})`,
  preview: 'What will change',
  blank: 'Choose above what is to change.',
  summary: (changed: number, same: number, refused: number) =>
    [
      `${plural(changed, 'incident changes', 'incidents change')}`,
      same > 0 && `${same} ${same === 1 ? 'is' : 'are'} so already`,
      refused > 0 && `${refused} cannot be changed so`,
    ]
      .filter(Boolean)
      .join(', '),
  same: 'is so already',
  cannot: (transition: string, state: string) =>
    `“${transition}” is not possible: it is ${state.toLowerCase()}.`,
  changed: (count: number) => plural(count, 'incident changed', 'incidents changed'),
  putBack: (count: number) => `${plural(count, 'incident', 'incidents')} as before`,
  none: 'none',
};
