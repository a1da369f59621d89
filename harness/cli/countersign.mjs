#!/usr/bin/env node
// Plain JavaScript, so that a Node which cannot read TypeScript still says what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `countersign needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'Next: start it with "npm start" or "npx countersign", which use the Node that "npm ci" installed.',
  );
  process.exit(2);
}
await import('./main.ts');
