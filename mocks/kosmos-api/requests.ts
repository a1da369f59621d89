import { z } from 'zod';

/** Documents and liveness modes of the integration guide; the service may know more. */
export const documentTypes = ['drivers_license', 'passport', 'id_card'] as const;

/** `POST /v1/verify/sessions`, with the fields of the integration guide. */
export const sessionRequest = z.object({
  document_types: z.array(z.enum(documentTypes)).min(1),
  liveness_mode: z.enum(['active', 'passive']),
  callback_url: z.url({ protocol: /^https$/ }),
  metadata: z.record(z.string(), z.string()).default({}),
});
export type SessionRequest = z.output<typeof sessionRequest>;

/** `POST /v1/auth/stepup`, with the fields of the integration guide. */
export const stepUpRequest = z.object({
  user_id: z.string().min(1),
  reason_code: z.string().min(1),
  timeout_seconds: z.number().int().min(1).max(300).default(300),
});
export type StepUpRequest = z.output<typeof stepUpRequest>;
