import type { FormValues } from '../../forms/formValues.ts';
import { followName } from '../followName.ts';

const follow = followName('title');

const sectionsOf = ({ sections }: FormValues) => (sections ?? []) as readonly FormValues[];

/** Lets the id of each section follow its title, until somebody gives it one of its own. */
export function followTitles(next: FormValues, before: FormValues): FormValues {
  const [old, sections] = [sectionsOf(before), sectionsOf(next)];
  const changed = sections.findIndex((section, index) => section !== old[index]);
  const section = sections[changed];
  // Typing changes one section; sections that were moved, added or taken out keep their ids.
  const isTyped =
    section &&
    old.length === sections.length &&
    sections.slice(changed + 1).every((other, index) => other === old[changed + 1 + index]);
  return isTyped ? { ...next, sections: sections.with(changed, follow(section, old[changed]!)) } : next;
}
