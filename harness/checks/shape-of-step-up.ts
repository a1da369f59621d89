import { z } from 'zod';

const text = z.string();
const map = z.record(text, text);
const object = z.record(text, z.unknown());
const person = z.looseObject({ status: text, attributes: map }).optional();

const trigger = z.looseObject({
  at: text,
  by: z.enum(['pool', 'probe']),
  request: z.number().optional(),
  attempt: z.number(),
  limitMs: z.number(),
  durationMs: z.number(),
  // What is missing or of another type in an event is what a check looks for.
  event: z.looseObject({ triggerSource: text, userName: text, request: object, response: object }),
  error: z
    .looseObject({
      kind: z.enum(['thrown', 'timeout', 'failed']),
      errorType: text.optional(),
      errorMessage: text.optional(),
    })
    .optional(),
  log: text,
});

const result = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('done'), confirmed: z.boolean().optional() }),
  z.looseObject({ kind: z.literal('challenge'), challengeName: text, session: text, parameters: map }),
  z.looseObject({ kind: z.literal('tokens'), id: object, access: object }),
  z.looseObject({ kind: z.literal('refused'), type: text, message: text }),
]);

/** What the checks rely on in the record "step-up". */
export const stepUpShape = z.looseObject({
  proofingApi: text,
  wanted: z.looseObject({
    outcome: text,
    userName: text,
    linkAttribute: text,
    assuranceAttribute: text,
    minimumAssurance: z.number(),
    stepUpClient: text,
    claims: z.looseObject({ assurance: text, stepUp: text }),
    documents: z.array(text),
    liveness: text,
    reason: text,
    callbackUrl: text,
  }),
  outcome: text,
  poolCalls: z.array(
    z.looseObject({
      at: text,
      operation: text,
      clientId: text.optional(),
      userName: text.optional(),
      session: text.optional(),
      attributes: map.optional(),
      status: z.number(),
      result,
    }),
  ),
  triggers: z.array(trigger),
  proofingCalls: z.array(
    z.looseObject({
      at: text,
      operation: z.enum(['open-session', 'start-step-up', 'read-result']),
      trigger: z.number().optional(),
      target: text,
      authorization: z.enum(['right', 'wrong', 'none']),
      body: text,
      status: z.number().optional(),
      answer: text.optional(),
    }),
  ),
  challenges: z.array(
    z.looseObject({
      id: text,
      userId: text,
      startedAt: text,
      expiresAt: text,
      status: z.enum(['pending', 'completed', 'expired']),
      decision: z.looseObject({ match: z.boolean(), liveness: z.boolean(), by: text }).optional(),
    }),
  ),
  callbacks: z.array(
    z.looseObject({
      how: z.enum(['genuine', 'repeated', 'forged', 'other-session']),
      sessionId: text,
      userName: text,
      outcome: z.enum(['verified', 'failed']),
      userId: text.optional(),
      status: z.number(),
      changed: z.boolean(),
    }),
  ),
  person: z.looseObject({ before: person, beforeCallback: person, after: person }),
  resource: z.array(
    z.looseObject({ token: z.enum(['none', 'password', 'step-up', 'refreshed']), status: z.number() }),
  ),
});
