import { z } from 'zod';

/** What a phone says to the identity provider, and how it is answered. Shared by both doubles. */

/** Path, below the provider's origin, of each call. All are POST with a JSON body. */
export const phonePaths = { enrol: '/phone/enrol', scan: '/phone/scan', answer: '/phone/answer' } as const;

export const biometricKind = z.enum(['touch-id', 'face-id', 'live-id']);

/** `publicKeyJwk` is the public half of an ES256 (P-256) key that never leaves the phone. */
export const enrolBody = z.object({
  code: z.string().min(1).max(200),
  publicKeyJwk: z.looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.undefined().optional(),
  }),
  /** Name of the phone, and the biometrics that its owner set up; all three when not given. */
  device: z.union([
    z.string().max(200),
    z.object({ name: z.string().max(200).optional(), biometrics: z.array(biometricKind).optional() }),
  ]),
});

/** `deviceId` is absent on a phone that was never enrolled. */
export const scanBody = z.object({
  qr: z.string().max(2000),
  deviceId: z.string().max(200).optional(),
});

export const answerBody = z.object({ jws: z.string().max(8000) });

/** Payload of the compact ES256 JWS; its header carries `kid`, the device's id. */
export const answerPayload = z.object({
  challenge: z.string(),
  session: z.string(),
  /** Origin that the phone showed to its owner. */
  origin: z.string(),
  userName: z.string(),
  decision: z.enum(['approve', 'deny']),
  /** Which sensor was used; left out when the owner denied before it was asked. */
  biometric: biometricKind.optional(),
  /** False when the sensor did not recognise the owner. */
  matched: z.boolean().default(true),
  liveness: z.enum(['passed', 'failed', 'not-checked']).default('not-checked'),
  /** The number that the owner tapped; left out when they denied. */
  number: z.union([z.string(), z.number()]).transform(String).optional(),
  /** Seconds since 1970. */
  iat: z.number(),
});
export type AnswerPayload = z.input<typeof answerPayload>;

/** Answer to a scan that was taken. */
export interface ScanAnswer {
  readonly session: string;
  readonly challenge: string;
  /** Name of the application that asks for the login. */
  readonly application: string;
  readonly origin: string;
  readonly userName: string;
  /** Three numbers in random order; one of them is on the login page. */
  readonly numbers: readonly string[];
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** Closed set of refusals. Two cover more than their name says: see `phoneRefusals`. */
export const phoneRefusalCodes = [
  'malformed',
  'code-unknown',
  'qr-unknown',
  'qr-used',
  'qr-expired',
  'qr-other-session',
  'device-unknown',
  'signature-bad',
  'challenge-altered',
  'user-other',
  'number-mismatch',
  'biometric-failed',
  'liveness-failed',
  'not-enrolled',
  'already-answered',
  'too-many-attempts',
] as const;
export type PhoneRefusalCode = (typeof phoneRefusalCodes)[number];

/** Status and the sentence that the phone shows. */
export const phoneRefusals: Readonly<Record<PhoneRefusalCode, { status: number; message: string }>> = {
  malformed: { status: 400, message: 'The request could not be read. Update the app and try again.' },
  'code-unknown': {
    status: 404,
    message: 'This enrolment code is not valid. Ask your administrator for a new one.',
  },
  'qr-unknown': { status: 404, message: 'This is not a sign-in code of this organisation.' },
  'qr-used': { status: 409, message: 'This code was already scanned. Show a new code on the sign-in page.' },
  'qr-expired': { status: 410, message: 'This code has expired. Show a new code on the sign-in page.' },
  'qr-other-session': { status: 403, message: 'This code belongs to another sign-in.' },
  'device-unknown': { status: 403, message: 'This phone is not known here. Enrol it again.' },
  'signature-bad': { status: 403, message: 'The approval could not be verified.' },
  // Also when the signed origin is not the provider's own: the sign of a relayed code.
  'challenge-altered': { status: 403, message: 'The approval is not for this sign-in.' },
  'user-other': { status: 403, message: 'This sign-in is for another person.' },
  'number-mismatch': {
    status: 403,
    message:
      'The number does not match the one on the sign-in page. If you did not start this, tell your administrator.',
  },
  'biometric-failed': { status: 403, message: 'You were not recognised. Show a new code and try again.' },
  'liveness-failed': {
    status: 403,
    message: 'The liveness check did not pass. Find better light, show a new code and try again.',
  },
  // Also when the person was switched off, or used a biometric that this phone has not set up.
  'not-enrolled': { status: 403, message: 'This phone is not set up for signing in here.' },
  'already-answered': { status: 409, message: 'This sign-in was already answered.' },
  'too-many-attempts': {
    status: 429,
    message: 'There were too many failed attempts. Start the sign-in again.',
  },
};
