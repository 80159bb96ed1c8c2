import { listOperations, type Operation } from './listOperations.ts';

/** Whether an operation changes something that has a version, so that `If-Match` says which one it was based on. */
export function honoursIfMatch({ effect, path, pathFields, successStatus }: Operation): boolean {
  // What is only made by it (201) has no version yet.
  if (effect === 'read' || pathFields.length === 0 || successStatus === 201) return false;
  return listOperations().some(other => other.path === path && other.isVersioned);
}
