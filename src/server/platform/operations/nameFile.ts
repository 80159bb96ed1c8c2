import type { OperationContext } from './context.ts';

/** Says that the answer is a file to be saved under a name, never a page of ours, whatever stands in it. */
export function nameFile({ answerHeaders }: Pick<OperationContext, 'answerHeaders'>, name: string): void {
  const plain = name.replaceAll(/[^\w.-]+/g, '_').slice(-150) || 'file';
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  answerHeaders['content-disposition'] = `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
