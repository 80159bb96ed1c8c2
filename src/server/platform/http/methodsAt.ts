import { listOperations, type Method } from '../../../contract/listOperations.ts';

let patterns: readonly (readonly [RegExp, Method])[] | undefined;

/** The methods by which something can be asked for at a path below `/api/v1`; none where there is nothing. */
export function methodsAt(path: string): readonly Method[] {
  patterns ??= listOperations().map(
    operation => [new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`), operation.method] as const,
  );
  return patterns.filter(([pattern]) => pattern.test(path)).map(([, method]) => method);
}
