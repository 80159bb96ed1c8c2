import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';
import { formSchemaOf } from '../src/contract/formSchema.ts';
import { contract } from '../src/contract/index.ts';
import { listOperations } from '../src/contract/listOperations.ts';

const ROUTES = 'virtual:routes';
const FORM = 'virtual:form/';

const isOurs = (id: string): boolean => id === ROUTES || id.startsWith(FORM);

function codeOf(id: string): unknown {
  if (id === ROUTES) return minifyContractRouter(contract);
  const operation = listOperations().find(({ name }) => name === id.slice(FORM.length));
  if (!operation) throw new Error(`${id}: the contract has no such operation`);
  return formSchemaOf(operation);
}

/**
 * Gives the browser what it needs of the contract, as plain data: its routes, and of an operation that a page asks for
 * by name (`virtual:form/teams.edit`) the schema that its form is drawn from. The library that checks them stays here.
 */
export const contractModules = (): Plugin => ({
  name: 'contract-modules',
  // The leading zero keeps other plugins away.
  resolveId: id => (isOurs(id) ? `\0${id}` : undefined),
  load: id => (isOurs(id.slice(1)) ? `export default ${JSON.stringify(codeOf(id.slice(1)))}` : undefined),
});
