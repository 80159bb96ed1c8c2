import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './tools/compressAssets.ts';
import { contractModules } from './tools/contractModules.ts';

/** The web app; `vite` alone serves it while it is worked on, with the API of a server at 4600. */
export default defineConfig({
  root: 'src/web',
  // Replaced by the server for each answer: see addPages.ts.
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), tailwindcss(), contractModules(), compressAssets()],
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
            // Many pages draw forms, but none of them is the first that somebody sees.
            { name: 'common', test: /^(?!.*src.web.forms)/, minShareCount: 8 },
            { name: 'forms', test: /src.web.forms/ },
            { name: 'parts', test: /src.web.|lucide-react/, minShareCount: 4, maxModuleSize: 8_000 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4600', '/reference': 'http://127.0.0.1:4600' } },
});
