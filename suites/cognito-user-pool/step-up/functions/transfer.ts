/** What this function uses of an event of API Gateway (HTTP API, payload format 2.0, JWT authorizer). */
interface HttpEvent {
  readonly requestContext: {
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, string>> } };
  };
}

const freshSeconds = 300;

/** A high-value request: only with a LiveID of the last five minutes, by somebody whose identity was proved. */
export async function handler({ requestContext }: HttpEvent): Promise<{ statusCode: number; body: string }> {
  const claims = requestContext.authorizer?.jwt?.claims ?? {};
  const age = Date.now() / 1000 - Number(claims.auth_time ?? 0);
  const isAssured =
    Number(claims.assurance_level ?? 0) >= 2 && claims.step_up === 'liveid' && age <= freshSeconds;
  return isAssured
    ? { statusCode: 200, body: '{"done":true}' }
    : { statusCode: 403, body: '{"error":"step_up_required"}' };
}
