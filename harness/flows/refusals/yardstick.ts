/** Times measured in the same run, in milliseconds: what an answer is compared with. */
export interface Yardstick {
  /** How long the quickest genuine login of the run took; one more is made for it, by a target that is warm by now. */
  readonly loginMs: () => Promise<number>;
  /** How long the target takes over a meaningless message of so many bytes. */
  readonly plainMs: (bytes: number) => Promise<number>;
}

/**
 * How many times as long as a genuine login an answer may take, and as a meaningless message of the same size: to send and
 * read that takes the same time, so that less has to be allowed for.
 */
const patience = { login: 20, plain: 5 } as const;

/** Longest time in which an answer is not slow. */
export async function allowedMs({ loginMs, plainMs }: Yardstick, bytes: number): Promise<Allowance> {
  const [login, plain] = [await loginMs(), await plainMs(bytes)];
  const says = `a genuine login took ${Math.round(login)} ms, a meaningless message of this size ${Math.round(plain)} ms`;
  return { ms: patience.login * login + patience.plain * plain, says };
}

export interface Allowance {
  readonly ms: number;
  /** What it was measured by. */
  readonly says: string;
}

/** The middle one; of none, 0. */
function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const samples = 3;

/** Measures something a few times, one after the other, and gives the middle. */
export async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) times.push(await measure());
  return median(times);
}
