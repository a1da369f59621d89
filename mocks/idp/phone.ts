import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { EventLog } from '../core/event-log.ts';
import type { Ids } from '../core/ids.ts';
import {
  answerBody,
  answerPayload,
  enrolBody,
  type PhoneRefusalCode,
  type ScanAnswer,
  scanBody,
} from '../core/phone-protocol.ts';
import type { Logins } from './logins.ts';
import { type Code, type Device, type FailReason, type IdpState, type Login, lacks } from './state.ts';

export interface PhoneParts {
  readonly state: IdpState;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventLog;
  readonly logins: Logins;
  readonly origin: string;
}

export type PhoneResult<T> = { readonly answer: T } | { readonly refused: PhoneRefusalCode };

const kinds = ['touch-id', 'face-id', 'live-id'] as const;

/** Takes a phone in: the code of the administrator is used up, the public key kept. */
export function enrol(parts: PhoneParts, body: unknown): PhoneResult<{ deviceId: string }> {
  const parsed = enrolBody.safeParse(body);
  if (!parsed.success) return { refused: 'malformed' };
  const { code, publicKeyJwk, device } = parsed.data;
  const { durable } = parts.state;
  const enrolment = durable.enrolmentCodes.get(code);
  durable.enrolmentCodes.delete(code);
  if (enrolment === undefined || parts.clock.now() >= enrolment.expiresAt) return { refused: 'code-unknown' };
  const described = typeof device === 'string' ? { name: device } : device;
  const { kty, crv, x, y } = publicKeyJwk;
  const enrolled: Device = {
    id: parts.ids.token(),
    email: enrolment.email,
    name: described.name ?? 'Phone',
    biometrics: ('biometrics' in described ? described.biometrics : undefined) ?? kinds,
    publicKeyJwk: { kty, crv, x, y },
  };
  durable.devices.set(enrolled.id, enrolled);
  parts.events.record('device-enrolled', { email: enrolled.email, device: enrolled.name });
  return { answer: { deviceId: enrolled.id } };
}

/** A phone has read a QR code: the code is used up, and the phone learns what to show its owner. */
export function scan(parts: PhoneParts, body: unknown): PhoneResult<ScanAnswer & { applicationId: string }> {
  const parsed = scanBody.safeParse(body);
  if (!parsed.success) return { refused: 'malformed' };
  const link = readQr(parsed.data.qr, parts.origin);
  const found = link && parts.logins.findCode(link.challenge);
  if (link === undefined || found === undefined) return { refused: 'qr-unknown' };
  const { login, code } = found;
  const { deviceId } = parsed.data;
  if (login.id !== link.session) return { refused: 'qr-other-session' };
  if (parts.logins.isLocked(login)) return { refused: 'too-many-attempts' };
  if (code.state === 'replaced' || (code.state === 'waiting' && parts.logins.isExpired(code))) {
    return { refused: 'qr-expired' };
  }
  if (code.state !== 'waiting' && !lacks(parts.state, 'code-reusable')) return { refused: 'qr-used' };
  const device = deviceId === undefined ? undefined : findDevice(parts.state, deviceId);
  const stop = (refused: PhoneRefusalCode, reason: FailReason) => {
    parts.logins.fail(login, code, reason);
    return { refused };
  };
  if (device === undefined) {
    return stop(deviceId === undefined ? 'not-enrolled' : 'device-unknown', 'not-enrolled');
  }
  if (!isActive(parts.state, device)) return stop('not-enrolled', 'not-enrolled');
  const isExpected = login.hint === undefined || login.hint.toLowerCase() === device.email.toLowerCase();
  if (!isExpected && !lacks(parts.state, 'request-subject-trusted')) {
    return stop('user-other', 'other-person');
  }
  code.state = 'scanned';
  code.device = device;
  return {
    answer: {
      session: login.id,
      challenge: code.challenge,
      applicationId: login.applicationId,
      application: parts.state.durable.applications.get(login.applicationId)?.name ?? login.applicationId,
      origin: parts.origin,
      userName: device.email,
      numbers: code.numbers,
      expiresAt: new Date(code.expiresAt).toISOString(),
    },
  };
}

/** A phone answers. Everything that is signed is compared; whatever does not fit ends the code. */
export async function answer(
  parts: PhoneParts,
  body: unknown,
): Promise<PhoneResult<{ code: 'approved' | 'denied' }>> {
  const parsed = answerBody.safeParse(body);
  if (!parsed.success) return { refused: 'malformed' };
  const { jws } = parsed.data;
  // Read before it is verified, only to find the login that it is about; nothing is granted by it.
  const claimed = answerPayload.safeParse(payloadOf(jws));
  if (!claimed.success) return { refused: 'malformed' };
  const payload = claimed.data;
  const bySession = parts.state.volatile.logins.get(payload.session)?.codes.at(-1);
  const found = parts.logins.findCode(payload.challenge) ?? loginOf(parts.state, payload.session, bySession);
  if (found === undefined) return { refused: 'qr-unknown' };
  const { login, code } = found;
  if (parts.logins.isLocked(login)) return { refused: 'too-many-attempts' };
  const isAgain = code.state === 'approved' && lacks(parts.state, 'approval-not-bound');
  if (!isAgain && (code.state === 'approved' || code.state === 'denied' || code.state === 'failed')) {
    return { refused: 'already-answered' };
  }
  if (code.state === 'replaced' || parts.logins.isExpired(code)) return { refused: 'qr-expired' };
  const wrong = await findWrong(parts, jws, payload, login, code);
  if (wrong !== undefined) {
    parts.logins.fail(login, code, wrong[1]);
    return { refused: wrong[0] };
  }
  if (payload.decision === 'deny' && !lacks(parts.state, 'refusal-ignored')) {
    code.state = 'denied';
    return { answer: { code: 'denied' } };
  }
  const failed = findFailedProof(parts.state, payload, code);
  if (failed !== undefined) {
    parts.logins.fail(login, code, failed[1]);
    return { refused: failed[0] };
  }
  if (code.device === undefined || payload.biometric === undefined) return { refused: 'malformed' };
  parts.logins.approve(login, code, code.device, {
    email: personOf(parts.state, code.device, payload.userName),
    biometric: payload.biometric,
    at: parts.clock.now(),
  });
  return { answer: { code: 'approved' } };
}

type Wrong = readonly [PhoneRefusalCode, FailReason];

/** Is it signed by the phone that scanned, over this very login? */
async function findWrong(
  parts: PhoneParts,
  jws: string,
  payload: z.output<typeof answerPayload>,
  login: Login,
  code: Code,
): Promise<Wrong | undefined> {
  const kid = keyIdOf(jws);
  const { state } = parts;
  const device = kid === undefined ? undefined : findDevice(state, kid);
  if (device === undefined) return ['device-unknown', 'not-enrolled'];
  const isVerified = lacks(state, 'approval-signature-not-checked') || lacks(state, 'device-not-checked');
  if (!isVerified && !(await verifies(jws, device))) return ['signature-bad', 'unverified'];
  if (!isActive(state, device)) return ['not-enrolled', 'not-enrolled'];
  if (lacks(state, 'approval-not-bound') || lacks(state, 'device-not-checked')) return undefined;
  if (payload.session !== login.id) return ['qr-other-session', 'unverified'];
  if (payload.challenge !== code.challenge) return ['challenge-altered', 'unverified'];
  if (device.id !== code.device?.id || payload.userName !== device.email)
    return ['user-other', 'other-person'];
  if (payload.origin !== parts.origin) return ['challenge-altered', 'unverified'];
  return undefined;
}

/** Did the sensor recognise the owner, and did the owner see this page? */
function findFailedProof(
  state: IdpState,
  payload: z.output<typeof answerPayload>,
  code: Code,
): Wrong | undefined {
  if (lacks(state, 'refusal-ignored')) return undefined;
  const { device } = code;
  const { biometric } = payload;
  if (biometric === undefined || !payload.matched) return ['biometric-failed', 'biometric'];
  if (!device?.biometrics.includes(biometric)) return ['not-enrolled', 'not-enrolled'];
  const needsLiveness = biometric === 'live-id';
  if (payload.liveness === 'failed' || (needsLiveness && payload.liveness !== 'passed')) {
    return ['liveness-failed', 'liveness'];
  }
  const isMatched = lacks(state, 'number-not-matched') || lacks(state, 'code-not-bound-to-browser');
  if (payload.number !== code.number && !isMatched) return ['number-mismatch', 'number'];
  return undefined;
}

async function verifies(jws: string, device: Device): Promise<boolean> {
  try {
    const key = await importJWK({ ...device.publicKeyJwk }, 'ES256');
    await compactVerify(jws, key, { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}

/** A phone that is enrolled; a weak provider takes any. */
function findDevice(state: IdpState, id: string): Device | undefined {
  const known = state.durable.devices.get(id);
  if (known !== undefined || !lacks(state, 'device-not-checked')) return known;
  return { id, email: '', name: 'Unknown phone', biometrics: kinds, publicKeyJwk: {} };
}

/** Whose approval it is: the owner of the phone. A weak provider believes what the answer says. */
function personOf(state: IdpState, device: Device, claimed: string): string {
  return lacks(state, 'approval-not-bound') || lacks(state, 'device-not-checked') ? claimed : device.email;
}

function isActive(state: IdpState, device: Device): boolean {
  if (lacks(state, 'account-state-not-checked') || device.email === '') return true;
  return state.durable.users.get(device.email)?.enabled === true;
}

function loginOf(state: IdpState, session: string, code: Code | undefined) {
  const login = state.volatile.logins.get(session);
  return login === undefined || code === undefined ? undefined : { login, code };
}

function readQr(text: string, origin: string): { session: string; challenge: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const session = url.searchParams.get('s');
  const challenge = url.searchParams.get('c');
  const isOurs = url.origin === origin && url.pathname === '/qr' && session !== null && challenge !== null;
  return isOurs ? { session, challenge } : undefined;
}

function payloadOf(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function keyIdOf(jws: string): string | undefined {
  try {
    return decodeProtectedHeader(jws).kid;
  } catch {
    return undefined;
  }
}
