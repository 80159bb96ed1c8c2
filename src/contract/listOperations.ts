import { getEventIteratorSchemaDetails, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { fileTypeOf } from './bytes.ts';
import { BYTES } from './bytesField.ts';
import { contract } from './index.ts';
import { jsonSchemaOf } from './jsonSchema.ts';
import type { OperationMeta } from './operation.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An operation of the contract, as every face of the system sees it. */
export interface Operation extends OperationMeta {
  /** `services.list`. */
  name: string;
  /** The parts of the name: the feature, then what is done. */
  words: readonly [feature: string, ...string[]];
  method: Method;
  /** Below `/api/v1`: `/services/{id}`. */
  path: string;
  /** Names of the input's fields that stand in the path, in its order. */
  pathFields: readonly string[];
  summary: string;
  successStatus: number;
  input: z.ZodType | undefined;
  /** Undefined when nothing is answered. */
  output: z.ZodType | undefined;
  /** The answer goes on: events, each of the schema `output`. */
  isStream: boolean;
  isList: boolean;
  /** The request's body is a file's bytes instead of JSON. */
  takesBytes: boolean;
  /** Media type of an answer that is a file's bytes; undefined for one of JSON. */
  fileType: string | undefined;
}

/** All operations, in the contract's order. */
export function listOperations(): readonly Operation[] {
  return Object.entries(contract).flatMap(([feature, node]) => operationsBelow([feature], node));
}

function operationsBelow(words: Operation['words'], node: unknown): Operation[] {
  if (isContractProcedure(node)) return [toOperation(words, node)];
  return Object.entries(node as object).flatMap(([word, child]) => operationsBelow([...words, word], child));
}

type Procedure = Parameters<typeof isContractProcedure>[0] & { '~orpc': { meta: unknown } };

function toOperation(words: Operation['words'], procedure: Procedure): Operation {
  const { route, meta, inputSchema, outputSchema } = procedure['~orpc'] as {
    route: { method?: Method; path?: string; summary?: string; successStatus?: number };
    meta: OperationMeta;
    inputSchema?: z.ZodType;
    outputSchema?: z.ZodType;
  };
  const stream = getEventIteratorSchemaDetails(outputSchema);
  const path = route.path ?? `/${words.join('/')}`;
  return {
    ...meta,
    name: words.join('.'),
    words,
    method: route.method ?? 'POST',
    path,
    pathFields: Array.from(path.matchAll(/\{\+?(\w+)\}/g), match => match[1]!),
    summary: route.summary ?? '',
    successStatus: route.successStatus ?? 200,
    input: inputSchema,
    output: answered(stream ? (stream.yields as z.ZodType) : outputSchema),
    isStream: stream !== undefined,
    isList: outputSchema instanceof z.ZodObject && 'nextCursor' in outputSchema.shape,
    takesBytes: inputSchema instanceof z.ZodObject && isFile(inputSchema.shape[BYTES]),
    fileType: fileTypeOf(outputSchema),
  };
}

/** A field of that name may also be a number: how many there are. */
const isFile = (field: z.ZodType | undefined): boolean =>
  field !== undefined && jsonSchemaOf(field, 'input').format === 'binary';

const answered = (output: z.ZodType | undefined): z.ZodType | undefined =>
  output instanceof z.ZodVoid || output instanceof z.ZodUndefined ? undefined : output;
