/** A stand-in for one party: pure request handlers, mounted on a port, in a container, or in process. */
export interface Double {
  /** Folder name below `mocks`, for example `idp`. */
  readonly name: string;
  /** Production host names that it answers to. */
  readonly hosts: readonly string[];
  /** What the world sees. Unknown requests are answered 501 and recorded. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** What flows and tests use: users, settings, faults, clock, restart, event log. Never reachable by the world. */
  readonly control: (request: Request) => Promise<Response>;
}

/** One line of a double's event log: what it received, decided, and why. */
export interface DoubleEvent {
  readonly at: string;
  readonly type: string;
  /** The private reason, as an audit log would have it; never shown on a page. */
  readonly reason?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Calls a double's control API. Answers are parsed JSON; a status of 400 or more is an error that quotes the body. */
export interface ControlClient {
  readonly get: <T = unknown>(path: string) => Promise<T>;
  readonly send: <T = unknown>(
    method: 'PUT' | 'PATCH' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<T>;
}
