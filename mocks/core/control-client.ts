import type { ControlClient } from '../../harness/model/double.ts';

/**
 * Calls a double's control API.
 * @param target base URL of a mounted double's control port, or `double.control` itself
 */
export function createControlClient(
  target: string | ((request: Request) => Promise<Response>),
): ControlClient {
  const base = typeof target === 'string' ? target.replace(/\/$/, '') : 'http://control.invalid';
  const send = typeof target === 'string' ? (request: Request) => fetch(request) : target;

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const request = new Request(base + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const answer = await send(request);
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T; // the caller names the shape of the answer
  }
  return {
    get: (path) => call('GET', path),
    send: (method, path, body) => call(method, path, body),
  };
}
