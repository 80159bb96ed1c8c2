import type { OperationContext } from '../platform/operations/context.ts';

/** Says that the answer is a file to be saved, never a page of ours, whatever stands in it. */
export function fileAnswer(
  { answerHeaders }: Pick<OperationContext, 'answerHeaders'>,
  { name, type }: { name: string; type: string },
): void {
  const plain = name.replaceAll(/[^\w.-]+/g, '_').slice(-150) || 'file';
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  answerHeaders['content-type'] = type;
  answerHeaders['content-disposition'] = `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
