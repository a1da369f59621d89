import type { RetryPolicy } from './settings.ts';

/** Sends a request into the world; rejects when there is no answer. */
export type Send = (request: Request) => Promise<Response>;

export interface TransportParts {
  /** With or without a slash at its end. */
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly send: Send;
  readonly policy: RetryPolicy;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970, for a Retry-After that is a date. */
  readonly now: () => number;
}

/** An answer that settles what was asked; or none, so that nobody knows whether it was done. */
export type Reply =
  | { readonly status: number; readonly body: Record<string, unknown>; readonly isLost?: undefined }
  | { readonly isLost: true };

export interface Transport {
  /**
   * Sends until the service settles the request, or policy says to stop.
   * @param once when doing it twice is not the same as once: then an answer that never came is handed back. Its number
   * is how often it was tried, which decides how long to wait and when to stop.
   */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    once?: { readonly attempt: number },
  ) => Promise<Reply>;
  readonly counts: { requests: number; retries: number };
}

/** The push cannot go on: nobody answers, or the token is not taken. */
export class PushStopped extends Error {
  override readonly name = 'PushStopped';
}

export function createTransport(parts: TransportParts): Transport {
  const { policy } = parts;
  // The console shows the address with a slash at its end; one more would be another path.
  const base = parts.baseUrl.replace(/\/+$/, '');
  const counts = { requests: 0, retries: 0 };

  async function ask(method: string, path: string, body: unknown): Promise<Answered | undefined> {
    counts.requests += 1;
    const request = new Request(base + path, {
      method,
      headers: {
        authorization: `Bearer ${parts.accessToken}`,
        accept: 'application/scim+json, application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    try {
      const response = await parts.send(request);
      // An answer that breaks off in its body is as lost as one that never came.
      const text = await response.text();
      return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
    } catch {
      return undefined;
    }
  }

  async function wait(attempt: number, retryAfter: string | null): Promise<void> {
    counts.retries += 1;
    const wished = readRetryAfter(retryAfter, parts.now());
    const backoff = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)) * (0.5 + parts.random() / 2);
    if (wished !== undefined && wished > policy.patienceMs)
      throw new PushStopped(
        `The service asks to come back in ${Math.ceil(wished / 1000)} seconds. Push again then.`,
      );
    await parts.sleep(wished ?? backoff);
  }

  return {
    counts,
    call: async (method, path, body, once) => {
      for (let attempt = once?.attempt ?? 1; ; attempt += 1) {
        const answer = await ask(method, path, body);
        const isThrottled = answer?.status === 429;
        const isUncertain = answer === undefined || answer.status >= 500;
        if (answer?.status === 401)
          throw new PushStopped(
            'The service does not take the access token. Generate a new one in IAM Identity Center → Settings → Automatic provisioning, enter it here, and push again.',
          );
        if (!isThrottled && !isUncertain && answer !== undefined)
          return { status: answer.status, body: readBody(answer.text) };
        if (attempt >= policy.attempts)
          throw new PushStopped(
            `${method} ${path.replace(/\?.*/, '')} was not answered in ${attempt} attempts (last: ${answer?.status ?? 'no answer'}). Push again later: what was done stays done.`,
          );
        await wait(attempt, answer?.retryAfter ?? null);
        // Throttled is not done; whether anything else was done is not known.
        if (isUncertain && once !== undefined) return { isLost: true };
      }
    },
  };
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** Seconds or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
export function readRetryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function readBody(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    // Parse edge: whatever is not an object counts as empty.
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
