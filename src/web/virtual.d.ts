declare module 'virtual:routes' {
  /** The contract without its schemas: what a client needs to know of each operation is its method and its path. */
  const routes: import('@orpc/contract').AnyContractRouter;
  export default routes;
}

declare module 'virtual:form/*' {
  /** The schema of what somebody fills in for the operation that the module is named after. */
  const schema: import('../contract/formSchema.ts').FormSchema;
  export default schema;
}
