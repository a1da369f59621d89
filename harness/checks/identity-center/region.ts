import { defineCheck } from '../../model/check.ts';
import { readAcsUrl, readIssuerUrl } from './_form.ts';

export default defineCheck({
  id: 'identity-center/region',
  title: {
    holds: 'ACS URL and issuer URL belong to the same region',
    fails: 'ACS URL and issuer URL belong to different regions',
  },
  why: 'Values of two instances were mixed: the response reaches an instance for which it is not meant.',
  fix: {
    console: 'Identity provider',
    field: 'Entity ID and Assertion Consumer Service URL of the application',
    change: 'Copy both values from the same page of the same instance.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Connect to an external identity provider',
      says: 'An instance offers one set of service provider metadata to the identity provider.',
    },
    {
      document: '1kosmos',
      section: 'Step 2',
      says: 'The console displays the ACS URL and the Issuer URL together.',
    },
  ],
  messages: { differ: 'The ACS URL is of {acs}, the issuer URL of {issuer}.' },
  applies: ({ setup }) =>
    (readAcsUrl(setup.sp?.acsUrl ?? '') !== undefined &&
      readIssuerUrl(setup.sp?.entityId ?? '') !== undefined) ||
    'Not both values are known and of the usual form.',
  run: ({ setup }) => {
    const acs = readAcsUrl(setup.sp?.acsUrl ?? '')?.region ?? '';
    const issuer = readIssuerUrl(setup.sp?.entityId ?? '')?.region ?? '';
    if (acs === issuer) return [];
    return [
      {
        message: 'differ' as const,
        data: { acs, issuer },
        expected: issuer,
        observed: acs,
        where: { artifact: 'setup', path: '/sp/acsUrl' },
      },
    ];
  },
});
