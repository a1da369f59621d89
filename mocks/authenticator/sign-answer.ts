import { CompactSign } from 'jose';
import type { Biometric } from '../../harness/model/records.ts';
import type { AnswerPayload, ScanAnswer } from '../core/phone-protocol.ts';
import type { AnswerRequest } from './config.ts';
import type { Device } from './devices.ts';

/** What the owner's gesture comes to, as the record of the login keeps it. */
export interface Gesture {
  readonly decision: 'approve' | 'deny' | 'none';
  readonly biometric?: Biometric;
  readonly liveness?: 'passed' | 'failed' | 'not-checked';
}

/** A denial needs no biometric; liveness is checked by LiveID only. */
export function gestureOf({ outcome, biometric }: AnswerRequest) {
  if (outcome === 'deny') return { decision: 'deny' } as const;
  if (outcome === 'liveness-failed')
    return { decision: 'approve', biometric: 'live-id', liveness: 'failed' } as const;
  const liveness = biometric === 'live-id' ? 'passed' : 'not-checked';
  return { decision: 'approve', biometric, liveness } as const;
}

/** The signed answer as it is sent: a compact ES256 JWS over challenge, origin and user. */
export async function signAnswer(
  scan: ScanAnswer,
  request: AnswerRequest,
  signer: Device,
  now: number,
): Promise<string> {
  const { session, challenge, origin, userName } = scan;
  const payload: AnswerPayload = {
    session,
    challenge: request.tamper === 'challenge' ? flip(challenge) : challenge,
    origin: request.tamper === 'origin' ? 'https://sign-in.attacker.example' : origin,
    userName: request.tamper === 'user' ? `other.${userName}` : userName,
    ...gestureOf(request),
    matched: request.outcome !== 'no-match',
    ...(request.outcome === 'deny' || request.number === undefined ? {} : { number: request.number }),
    iat: Math.floor(now / 1000),
  };
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', kid: signer.deviceId, typ: 'approval+jws' })
    .sign(signer.privateKey);
  return request.tamper === 'signature' ? spoilSignature(jws) : jws;
}

/** Another value of the same length and alphabet. */
function flip(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}

/** One bit in the middle of the signature: still 64 bytes, still base64url. */
function spoilSignature(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[32] = (bytes[32] ?? 0) ^ 1;
  return `${header}.${payload}.${bytes.toString('base64url')}`;
}
