import { z } from 'zod';
import { biometricKind } from '../core/phone-protocol.ts';

const origin = z.url().refine((text) => new URL(text).origin === text, 'Give an origin, without a path.');

export const configBody = z.strictObject({
  /** Host name of the phone's page. */
  host: z.string().default('phone.countersign.test'),
  /** Identity provider that people enrol at when they name no other. */
  idpOrigin: origin.default('https://acme.1kosmos.net'),
  /** Where a production origin is really reached: `https://acme.1kosmos.net` → `http://127.0.0.1:1234`. */
  routes: z.record(origin, z.url()).default({}),
});
export type AuthenticatorConfig = z.input<typeof configBody>;
export type Settings = z.output<typeof configBody>;

export const enrolRequest = z.strictObject({
  userName: z.string().min(1).max(320),
  idpOrigin: origin.optional(),
  enrolmentCode: z.string().min(1).max(200),
  biometrics: z.array(biometricKind).min(1).default(['touch-id', 'face-id', 'live-id']),
});
export type EnrolRequest = z.output<typeof enrolRequest>;

/** Base64 of a PNG; the limit is far above a full screen at twice the resolution. */
const picture = z.base64().max(24_000_000);

export const scanRequest = z.strictObject({ userName: z.string().min(1), screenshot: picture });

/** What the phone's own page sends: a picture, or the code's text typed in. */
export const pageScanRequest = z.union([
  scanRequest,
  z.strictObject({ userName: z.string().min(1), text: z.string().trim().min(1).max(2000) }),
]);

export const answerRequest = z.strictObject({
  scanId: z.string(),
  /** `no-match`: the sensor does not know this finger or face. `none`: nothing is sent. */
  outcome: z.enum(['approve', 'deny', 'no-match', 'liveness-failed', 'none']),
  biometric: biometricKind.default('touch-id'),
  /** The number that the owner taps. */
  number: z.string().max(10).optional(),
  /** What an attacker changes: the signature's bytes, or what is signed. */
  tamper: z.enum(['signature', 'challenge', 'user', 'origin']).optional(),
  /** Signs with the phone of this other person. */
  device: z.string().optional(),
});
export type AnswerRequest = z.output<typeof answerRequest>;

/** A person at the page cannot tamper. */
export const pageAnswerRequest = answerRequest.omit({ tamper: true, device: true });

export const repeatRequest = z.strictObject({ scanId: z.string() });
