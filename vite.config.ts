import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offline } from './src/node/offline-plugin.mjs';
import { preload } from './src/node/preload-plugin.mjs';
import { slimMonaco } from './src/node/slim-monaco.mjs';

export default defineConfig({
  // Relative addresses: the built page works under any path.
  base: './',
  plugins: [
    react(),
    slimMonaco(fileURLToPath(new URL('.', import.meta.url))),
    preload('src/app/show-page.tsx'),
    offline(),
    {
      // The development server puts an inline script into the page, which the page's own policy rightly forbids.
      name: 'no-policy-while-developing',
      apply: 'serve',
      transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
    },
  ],
  worker: { format: 'es' },
  resolve: {
    alias: [{ find: 'monaco-editor/esm/vs/editor/editor.worker.js', replacement: 'monaco-editor/editor/editor.worker.js' }],
  },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'world', tags: ['$initial'], priority: 2 },
            { name: 'page', test: 'src/app/show-page.tsx', priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true },
});
