/** Tells a command that it is to end: Ctrl-C, a signal, or a starter that is gone. */
export interface Interruption extends Disposable {
  /** Aborted by the first interrupt; its reason is one sentence. */
  readonly signal: AbortSignal;
  /** Why the command is to end, as a sentence; undefined as long as nobody asked. */
  readonly reason: () => string | undefined;
  /** Asks for the end as a signal would. */
  readonly interrupt: (cause: string) => void;
  /** Called at the first interrupt and at each further one, which asks for an end at once. */
  readonly listen: (listener: (count: number) => void) => void;
}

/** SIGHUP is what remains of a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From here on signals no longer end the process, until disposed: whoever listens clears up and ends it. */
export function watchForInterruption(): Interruption {
  const controller = new AbortController();
  const listeners: ((count: number) => void)[] = [];
  let count = 0;
  let reason: string | undefined;
  const interrupt = (cause: string) => {
    count += 1;
    reason ??= `The run was interrupted (${cause}).`;
    controller.abort();
    for (const listener of listeners) listener(count);
  };
  for (const name of signals) process.on(name, interrupt);
  return {
    signal: controller.signal,
    reason: () => reason,
    interrupt,
    listen: (listener) => listeners.push(listener),
    [Symbol.dispose]: () => {
      for (const name of signals) process.off(name, interrupt);
    },
  };
}
