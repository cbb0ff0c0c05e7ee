import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the built page works under any path.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  resolve: {
    alias: [{ find: 'monaco-editor/esm/vs/editor/editor.worker.js', replacement: 'monaco-editor/editor/editor.worker.js' }],
  },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000, assetsInlineLimit: 0 },
  server: { port: 5173, strictPort: true },
});
