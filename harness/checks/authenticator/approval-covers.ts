import { defineCheck } from '../../model/check.ts';
import { decoded, readJws, textField, wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/approval-covers',
  title: {
    holds: 'The signed approval names this login, this site and this person',
    fails: 'The signed approval does not name this login, this site or this person',
  },
  why: 'An approval that is not bound to them can be used for another login, site or account.',
  fix: {
    console: 'Identity provider',
    field: 'Approval message of the phone',
    change: 'Sign challenge, origin, user and decision together, and compare each with the waiting login.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.8',
      says: 'Replay resistance comes from a nonce or challenge that proves the answer to be fresh.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.5',
      says: 'A protocol that resists impersonation of the verifier binds the answer to the verifier’s own channel, so that it cannot be relayed.',
    },
    {
      assumption: 'The answer names challenge, origin and user itself.',
      known:
        'NIST lays down what the answer is bound to, not the fields by which it is; WebAuthn does it by the same three.',
    },
  ],
  messages: {
    missing: 'The approval was taken, and its signed part has no {what}.',
    other: 'The approval was taken with the {what} {signed}; this login has {own}.',
  },
  applies: ({ phone }) => {
    if (!wasApproved(phone)) return 'No approval was taken.';
    return (
      readJws(phone.answer.jws) !== undefined ||
      'There is no signed answer; authenticator/approval-signed tells.'
    );
  },
  run: ({ phone }) => {
    const payload = readJws(phone.answer.jws)?.payload;
    // A page that was reloaded is approved by its second code.
    const codes = [phone.qr, phone.qrAfterReload ?? ''].map(decoded).join('\n');
    const challenge = textField(payload, 'challenge');
    const parts: readonly Part[] = [
      {
        what: 'challenge',
        signed: challenge,
        own: 'a code with it',
        fits: codes.includes(challenge ?? '\0'),
      },
      equal('origin', phone.shown.origin),
      equal('userName', phone.shown.userName),
      equal('decision', phone.answer.decision),
    ];
    return parts
      .filter(({ fits }) => !fits)
      .map(({ what, signed, own }) => ({
        message: signed === undefined ? ('missing' as const) : ('other' as const),
        data: { what, own, signed: signed ?? '' },
        expected: own,
        observed: signed ?? `no ${what}`,
        where: { artifact: 'phone' as const, path: '/answer/jws' },
      }));

    function equal(what: string, own: string): Part {
      const signed = textField(payload, what);
      return { what, signed, own, fits: signed === own };
    }
  },
});

/** One thing that the signature has to cover, and whether it is that of this login. */
interface Part {
  readonly what: string;
  readonly signed: string | undefined;
  readonly own: string;
  readonly fits: boolean;
}
