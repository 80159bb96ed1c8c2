declare module 'virtual:routes' {
  /** The contract without its schemas: what a client needs to know of each operation is its method and its path. */
  const routes: import('@orpc/contract').AnyContractRouter;
  export default routes;
}
