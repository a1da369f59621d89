import { createPublicKey, verify } from 'node:crypto';
import { defineCheck } from '../../model/check.ts';
import { readJws, wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/approval-signed',
  title: {
    holds: 'The approval is signed with the key of the enrolled device',
    fails: 'An approval is taken that the enrolled device did not sign',
  },
  why: 'If the signature is not checked, any program can say that the person approved.',
  fix: {
    console: 'Identity provider',
    field: 'Enrolled devices',
    change: 'Check every approval with the public key from the enrolment, ES256 only.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'The device authenticates itself uniquely to the verifier, by a key that is kept in secure storage.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier checks the key that identifies the device.',
    },
  ],
  messages: {
    unsigned: 'The approval was taken without a signed answer.',
    algorithm: 'The approval was taken with the algorithm {algorithm}; ES256 is wanted.',
    invalid: 'The approval was taken, and its signature does not fit the enrolled key.',
  },
  applies: ({ phone }) => {
    if (!wasApproved(phone)) return 'No approval was taken.';
    return phone.answer.enrolledKey !== undefined || 'The enrolled key is not known.';
  },
  run: ({ phone: { answer } }) => {
    const where = { artifact: 'phone' as const, path: '/answer/jws' };
    const expected = 'an ES256 signature by the enrolled key';
    const jws = readJws(answer.jws);
    if (jws === undefined)
      return [
        {
          message: 'unsigned' as const,
          expected,
          observed: answer.jws === undefined ? 'none' : 'no JWS',
          where,
        },
      ];
    const algorithm = String(jws.header.alg ?? 'none');
    if (algorithm !== 'ES256')
      return [{ message: 'algorithm' as const, data: { algorithm }, expected, observed: algorithm, where }];
    if (verifies(jws, answer.enrolledKey)) return [];
    return [
      { message: 'invalid' as const, expected, observed: 'a signature by another key, or none', where },
    ];
  },
});

function verifies(
  jws: { readonly signed: string; readonly signature: string },
  jwk: Readonly<Record<string, unknown>> | undefined,
): boolean {
  try {
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signature = Buffer.from(jws.signature, 'base64url');
    return verify('sha256', Buffer.from(jws.signed), { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false; // the enrolled key is no key, so nothing verifies with it
  }
}
