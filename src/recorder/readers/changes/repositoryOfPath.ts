import { sourceOfPath } from '../names/sourceOfPath.ts';

/** What a file of commits is called besides the repository. */
const WORDS = /(?:^|[-_. ]+)(?:git|log|logs|history|commits?|changes|changelog)(?=$|[-_. ])/gi;

/** The repository that a log of commits is of, as its file name tells: `cart-git.log` gives `cart`, `git.log` nothing. */
export function repositoryOfPath(path: string): string | undefined {
  return (
    sourceOfPath(path)
      .replace(WORDS, '')
      .replace(/^[-_. ]+/, '') || undefined
  );
}
