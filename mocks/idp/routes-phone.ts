import type { Context, Hono } from 'hono';
import { type PhoneRefusalCode, phonePaths, phoneRefusals } from '../core/phone-protocol.ts';
import { addressesOf } from './config.ts';
import type { IdpContext } from './context.ts';
import { answer, enrol, type PhoneParts, type PhoneResult, scan } from './phone.ts';

const maxBody = 16_000;

/** What phones call. Every refusal has a code of the closed set, and a sentence for the owner. */
export function addPhoneRoutes(app: Hono, context: IdpContext): void {
  const { state, clock, ids, events, logins } = context;
  const parts: PhoneParts = { state, clock, ids, events, logins, origin: addressesOf(context.config).origin };

  app.post(phonePaths.enrol, async (c) => send(c, context, 'enrol', enrol(parts, await readBody(c))));
  app.post(phonePaths.scan, async (c) => {
    const result = scan(parts, await readBody(c));
    if ('refused' in result) return send(c, context, 'scan', result);
    const { applicationId: _, ...shown } = result.answer;
    return send(c, context, 'scan', { answer: shown });
  });
  app.post(phonePaths.answer, async (c) =>
    send(c, context, 'answer', await answer(parts, await readBody(c))),
  );
}

function send<T extends object>(
  c: Context,
  context: IdpContext,
  call: string,
  result: PhoneResult<T>,
): Response {
  if ('refused' in result) {
    const code: PhoneRefusalCode = result.refused;
    const { status, message } = phoneRefusals[code];
    context.events.record(`phone-${call}`, { status, code }, message);
    return Response.json({ code, message }, { status });
  }
  context.events.record(`phone-${call}`, {
    status: 200,
    ...('code' in result.answer && { code: result.answer.code }),
  });
  return c.json(result.answer);
}

/** The body as JSON; undefined when it is none, or too large. */
async function readBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.length > maxBody) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
