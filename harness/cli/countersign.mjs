#!/usr/bin/env node
// Plain JavaScript, so that a Node which cannot read TypeScript still says what is wrong.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `countersign needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'Next: run "npm ci", then start it with "npm start" or "npx countersign", which use the Node that came with it; ' +
      'where none came (macOS), install Node 24.',
  );
  process.exit(2);
}
// Hundreds of small files are compiled once, not at every start; runners inherit the folder.
const cache = fileURLToPath(new URL('../../node_modules/.cache/countersign/compiled', import.meta.url));
process.env.NODE_COMPILE_CACHE ??= cache;
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
await import('./main.ts');
