/** A double's own time: the machine's, moved by an offset that tests set. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How far this clock runs ahead of the base, in milliseconds. */
  readonly offsetMs: () => number;
  readonly setOffset: (offsetMs: number) => void;
}

export function createClock(base: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => base() + offset,
    offsetMs: () => offset,
    setOffset: (offsetMs) => {
      offset = offsetMs;
    },
  };
}
