import { plural } from '../plural.ts';

export const intake = {
  dropHere: (incident: string) => `Drop files or folders: they become evidence of ${incident}`,
  dropAnywhere: 'Drop files or folders to add them to an incident',
  title: (files: number) => `Add ${plural(files, 'file', 'files')} as evidence?`,
  text: 'Each is frozen, hashed, redacted and read, on record under your name.',
  files: 'Files',
  name: 'Name',
  size: (files: number, bytes: string) => `${plural(files, 'file', 'files')}, ${bytes}`,
  moreFiles: (count: number) => `and ${plural(count, 'more file', 'more files')}`,
  add: 'Add to evidence',
  where: 'To which incident?',
  find: 'Find an open incident',
  findHint: 'Part of its title',
  none: 'No incident is open that fits. Declare one with these files, or look for another title.',
  declare: 'Declare incident',
  adding: (files: number, incident: string) =>
    `${plural(files, 'file is', 'files are')} on the way to ${incident}`,
  takenBack: (files: number) => `${plural(files, 'file was', 'files were')} taken back.`,
  byMistake: 'Added by mistake, taken back at once',
  underWay: (files: number, percent: string) =>
    `${plural(files, 'file', 'files')} on the way, ${percent}: show the uploads`,
  troubled: (files: number) => `${plural(files, 'upload needs', 'uploads need')} you: show the uploads`,
};
