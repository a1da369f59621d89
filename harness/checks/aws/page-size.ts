import { responseLengthLimits } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'aws/page-size',
  title: {
    holds: 'The Response is within the size that the sign-in page takes',
    fails: 'The Response is larger than the sign-in page takes',
  },
  why: 'The page shows “Response did not contain a valid SAML assertion” to people in many groups, and only to them.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Send only the roles and attributes that AWS needs.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      assumption: 'The sign-in page takes 128 KB of base64.',
      known:
        'A support article of an identity provider reports the limit and the text; AWS documents that of STS only.',
    },
  ],
  options: { maxCharacters: responseLengthLimits.signInPage as number },
  messages: { large: 'The Response has {count} characters in base64; at most {most} are taken.' },
  run: ({ response: { encodedLength: count } }, { options: { maxCharacters: most } }) => {
    if (count <= most) return [];
    return [
      {
        message: 'large',
        data: { count, most },
        expected: `at most ${most} characters`,
        observed: `${count} characters`,
        where: { artifact: 'response', path: '/' },
      },
    ];
  },
});
