import type { ResultProps } from '../views.ts';
export function LogExplorer(_: ResultProps) {
  return null;
}
