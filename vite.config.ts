import { minifyContractRouter } from '@orpc/contract';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contract } from './src/contract/index.ts';
import { compressAssets } from './tools/compressAssets.ts';

/** Gives the browser the contract's routes without its schemas, which the server checks anyway. */
const routes = (): Plugin => ({
  name: 'routes',
  resolveId: id => (id === 'virtual:routes' ? '\0routes' : undefined),
  load: id =>
    id === '\0routes' ? `export default ${JSON.stringify(minifyContractRouter(contract))}` : undefined,
});

/** The web app; `vite` alone serves it while it is worked on, with the API of a server at 4600. */
export default defineConfig({
  root: 'src/web',
  // Replaced by the server for each answer: see addPages.ts.
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), tailwindcss(), routes(), compressAssets()],
  build: {
    outDir: '../../dist/app',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no `data:` scripts, and small files compress badly alone.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What pages share comes in few pieces: a request for each button and icon costs more than it carries.
        codeSplitting: {
          groups: [
            { name: 'common', minShareCount: 8 },
            { name: 'parts', test: /src.web.|lucide-react/, minShareCount: 4, maxModuleSize: 8_000 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4600' } },
});
