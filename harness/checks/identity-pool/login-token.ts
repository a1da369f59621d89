import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';
import { encodedSha256, isPlain } from './_tokens.ts';

export default defineCheck({
  id: 'identity-pool/login-token',
  title: {
    holds: 'Every call brings the whole response as it was posted',
    fails: 'A call brings something else than the response as it was posted',
  },
  why: 'AWS wants the base64 text of the whole Response. An assertion cut out of it, or decoded text, is refused.',
  fix: fixes.application('Pass SAMLResponse on as it came in the form, without decoding it.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [refs.saml('The value of Logins is the base64-encoded SAML response.')],
  messages: {
    other: '{operation} brings {length} characters that are not the response that was posted.',
  },
  applies: (given) =>
    isPlain(given.response)
      ? hasCalls(given)
      : 'The response has line breaks in its base64, so that its text is not known to the letter.',
  run: ({ response, 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const wanted = encodedSha256(response);
      return call.logins.flatMap(({ provider, sha256: found, length }) => {
        if (provider !== record.provider || found === wanted) return [];
        return [
          {
            message: 'other' as const,
            data: { operation: call.operation, length },
            expected: 'the SAMLResponse of the form',
            observed: `${length} other characters`,
            where: at(`/calls/${index}/logins`),
          },
        ];
      });
    }),
});
