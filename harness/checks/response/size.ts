import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'response/size',
  title: {
    holds: 'The Response is within the size that the service provider takes',
    fails: 'The Response is larger than the service provider takes',
  },
  why: 'People who are in many groups cannot log in, and only they.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims',
    change: 'Send only the groups and attributes that the service provider needs.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-sts',
      section: 'AssumeRoleWithSAML',
      says: 'SAMLAssertion has at most 100,000 characters of base64.',
    },
    {
      assumption: 'IAM Identity Center takes no more than STS does.',
      known: 'Its documentation gives no size for the response.',
    },
  ],
  options: { maxCharacters: 100_000 },
  messages: { large: 'The Response has {count} characters in base64; at most {most} are taken.' },
  run: ({ response: { encodedLength } }, { options: { maxCharacters } }) => {
    if (encodedLength <= maxCharacters) return [];
    return [
      {
        message: 'large',
        data: { count: encodedLength, most: maxCharacters },
        expected: `at most ${maxCharacters} characters`,
        observed: `${encodedLength} characters`,
        where: { artifact: 'response', path: '/' },
      },
    ];
  },
});
