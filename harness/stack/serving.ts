import type { RunningStack, StackPart } from './start-stack.ts';

/** A page for a person to open, and what to do there. */
export interface Entrance {
  readonly title: string;
  readonly url: string;
  readonly hint: string;
}

/** What `countersign serve` needs of an integration: the default export of `serve.ts` in its suite's folder makes it. */
export interface Serving {
  readonly parts: readonly StackPart[];
  /** Sets the running doubles up for a person to click through. @returns what to open; the first two in a window */
  readonly prepare: (stack: RunningStack) => Promise<readonly Entrance[]>;
}
