/* The main process as one ES module, and the process that parses beside it. Dependencies are bundled; Electron and Node are not. */
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  publicDir: false,
  // Packages are taken as for Node, not as for a browser.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/main',
    // Chunks are named by content; the preload is built after this.
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'main/electron/main.ts', 'parse-process': 'main/core/import/parse-process.ts' },
      external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
    },
  },
});
