/** A template: which sections a postmortem has, what belongs in each, and what the draft puts there. Editable data. */
import type { Fill } from './fills.ts';

export interface TemplateSection {
  readonly id: string;
  readonly title: string;
  /** What belongs here, as a reader of an empty section sees it. Never a part of the text. */
  readonly guidance: string;
  readonly isRequired: boolean;
  /** Different words that say something, from which on the section counts as filled. */
  readonly minimumWords: number;
  /** What the draft puts here, one below the other. */
  readonly filledBy: readonly Fill[];
}

export interface Template {
  readonly id: string;
  readonly name: string;
  /** When to choose it. */
  readonly description: string;
  readonly sections: readonly TemplateSection[];
}
