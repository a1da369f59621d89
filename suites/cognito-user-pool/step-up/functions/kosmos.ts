/** One call to 1Kosmos. Its tenant and key come from the environment; it ends before the pool stops waiting. */
export async function callKosmos(path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>> {
  const { BLOCKID_TENANT: tenant, BLOCKID_API_KEY: key } = process.env;
  const answer = await fetch(`https://${tenant}.1kosmos.net${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // The pool waits 5 s, and asks again up to three times.
    signal: AbortSignal.timeout(Number(process.env.CALL_LIMIT_MS ?? 2500)),
    redirect: 'error',
  });
  const said: unknown = await answer.json();
  if (!answer.ok || typeof said !== 'object' || said === null)
    throw new Error(`1Kosmos answered ${answer.status}.`);
  return said as Readonly<Record<string, unknown>>; // an object of JSON has text keys
}
