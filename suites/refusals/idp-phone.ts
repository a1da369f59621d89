import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { Send } from '../../harness/flows/refusals/target.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import { type AnswerPayload, phonePaths, type ScanAnswer } from '../../mocks/core/phone-protocol.ts';

/** A phone with an app, as an attacker or an honest owner would use it: it says what it is told to. */
export interface AttackPhone {
  readonly owner: string;
  /** Absent when the provider never enrolled it. */
  readonly deviceId: string;
  /** Reads a code, as its text. */
  readonly scan: (qr: string) => Promise<Scanned>;
  /** Signs an answer and sends it. */
  readonly answer: (scanned: ScanAnswer, answer: Answer) => Promise<Sent>;
  /** Sends the very answer again. */
  readonly repeat: (sent: Sent) => Promise<number>;
}

export interface Scanned {
  readonly status: number;
  /** Absent when the provider refused. */
  readonly answer?: ScanAnswer;
}

export interface Sent {
  readonly status: number;
  readonly jws: string;
}

export interface Answer {
  readonly plan: Pick<PhonePlan, 'outcome' | 'biometric' | 'tamper'>;
  readonly number: string | undefined;
  /** Another person, for an answer that is tampered with. */
  readonly other: string;
}

/** @param enrolmentCode the administrator's; without one the provider does not know the phone */
export async function openPhone(
  origin: string,
  send: Send,
  owner: string,
  enrolmentCode: string | undefined,
): Promise<AttackPhone> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const post = async (path: string, body: unknown) => {
    const response = await send(new Request(origin + path, { method: 'POST', body: JSON.stringify(body) }));
    return { status: response.status, body: await response.json().catch(() => ({})) };
  };
  const deviceId = await enrol();
  async function enrol(): Promise<string> {
    if (enrolmentCode === undefined) return `unknown-device-of-${owner}`;
    const publicKeyJwk = await exportJWK(publicKey);
    const { status, body } = await post(phonePaths.enrol, {
      code: enrolmentCode,
      publicKeyJwk,
      device: owner,
    });
    if (status !== 200) throw new Error(`The phone of "${owner}" was not enrolled (${status}).`);
    return (body as { deviceId: string }).deviceId; // as the protocol of our own double has it
  }
  const sign = (payload: AnswerPayload) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: deviceId })
      .sign(privateKey);
  return {
    owner,
    deviceId,
    scan: async (qr) => {
      const { status, body } = await post(phonePaths.scan, { qr, deviceId });
      return status === 200 ? { status, answer: body as ScanAnswer } : { status }; // as above
    },
    answer: async (scanned, answer) => {
      const signed = await sign(payloadOf(scanned, answer, owner));
      const jws = answer.plan.tamper === 'signature' ? withOtherSignature(signed) : signed;
      return { status: (await post(phonePaths.answer, { jws })).status, jws };
    },
    repeat: async ({ jws }) => (await post(phonePaths.answer, { jws })).status,
  };
}

function payloadOf(
  { session, challenge, origin }: ScanAnswer,
  { plan, number, other }: Answer,
  owner: string,
): AnswerPayload {
  const { tamper, outcome, biometric } = plan;
  return {
    session,
    challenge: tamper === 'challenge' ? `${challenge.slice(0, -4)}AAAA` : challenge,
    origin: tamper === 'origin' ? 'https://login.attacker.example' : origin,
    userName: tamper === 'user' ? other : owner,
    decision: outcome === 'deny' ? 'deny' : 'approve',
    biometric,
    matched: outcome !== 'no-match',
    liveness: outcome === 'liveness-failed' ? 'failed' : biometric === 'live-id' ? 'passed' : 'not-checked',
    ...(number === undefined ? {} : { number }),
    iat: Math.floor(Date.now() / 1000),
  };
}

/** The first byte of the signature is another one; the rest is as it was. */
function withOtherSignature(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
}
