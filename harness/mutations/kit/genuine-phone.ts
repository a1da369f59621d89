import { sign } from 'node:crypto';
import type { PhoneRecord } from '../../model/records.ts';
import { alice, type GenuineFacts, instant, names } from './genuine-facts.ts';

/** What the phone of the genuine login read, showed, signed and was told. */
export function buildPhone(facts: GenuineFacts): PhoneRecord {
  const { at, keys, loginId, challenge, challengeBefore, service } = facts;
  return {
    qr: qrText(loginId, challengeBefore),
    qrAfterReload: qrText(loginId, challenge),
    issuedAt: instant(at.shown),
    expiresAt: instant(at.shown + 120_000),
    numberOnPage: '47',
    numberOnPhone: '47',
    pageOrigin: names.idpOrigin,
    shown: { application: service.application, origin: names.idpOrigin, userName: alice.email },
    answer: {
      decision: 'approve',
      biometric: 'live-id',
      liveness: 'passed',
      jws: signApproval(facts),
      enrolledKey: keys.device.publicJwk,
      sentAt: instant(at.approved),
    },
    verdict: { status: 200, code: 'approved', message: 'You are signed in on the other screen.' },
    repeated: [
      { status: 409, code: 'qr-used' },
      { status: 409, code: 'already-answered' },
    ],
  };
}

function qrText(loginId: string, challenge: string): string {
  return `${names.idpOrigin}/qr?s=${loginId}&c=${challenge}`;
}

/** Compact JWS, ES256 (RFC 7515, RFC 7518 3.4). */
function signApproval({ keys, loginId, challenge, at, token }: GenuineFacts): string {
  const header = { alg: 'ES256', kid: token('device') };
  const payload = {
    challenge,
    session: loginId,
    origin: names.idpOrigin,
    userName: alice.email,
    decision: 'approve',
    biometric: 'live-id',
    matched: true,
    liveness: 'passed',
    number: '47',
    iat: Math.floor(at.approved / 1000),
  };
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode(header)}.${encode(payload)}`;
  const key = { key: keys.device.privateKeyPem, dsaEncoding: 'ieee-p1363' as const };
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
