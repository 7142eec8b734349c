/* Builds the renderer for both hosts: relative addresses, nothing inlined, nothing that a strict policy would refuse. */
import { env } from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// A test runner that starts the build sets this to `test`, and React would be built for development.
env['NODE_ENV'] = 'production';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    // Browsers that know `:dir()`: for older ones it would be guessed from the language, which a line of a dump has not.
    cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
    sourcemap: false,
    // A font as `data:` would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
