import { defineCheck } from '../../model/check.ts';
import { portalInstance, readIssuerUrl } from './_form.ts';

export default defineCheck({
  id: 'identity-center/instance',
  title: {
    holds: 'The login ends in the access portal of the instance that the identity provider knows',
    fails: 'The login ends in the access portal of another instance than the identity provider knows',
  },
  why: 'A test instance was proved, and production is something else; or the reverse.',
  fix: {
    console: 'Identity provider',
    field: 'Application Access URL and Entity ID of the application',
    change: 'Take portal URL, issuer URL and ACS URL from the same instance.',
  },
  judges: 'setup',
  needs: ['portal', 'setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Customizing the AWS access portal URL',
      says: 'The portal’s default address is d-xxxxxxxxxx.awsapps.com/start; another first label may be chosen.',
    },
    {
      document: '1kosmos',
      section: 'Step 3',
      says: 'The AWS access portal URL is entered as the Application Access URL.',
    },
  ],
  messages: { other: 'The portal is of {portal}; the identity provider has the issuer URL of {issuer}.' },
  applies: ({ portal, setup }) => {
    if (portalInstance(portal.url) === undefined)
      return 'The portal has an alias, which does not name its instance.';
    return (
      readIssuerUrl(setup.sp?.entityId ?? '') !== undefined ||
      'The issuer URL is not known, or of another form.'
    );
  },
  run: ({ portal, setup }) => {
    const shown = portalInstance(portal.url) ?? '';
    const issuer = readIssuerUrl(setup.sp?.entityId ?? '')?.id ?? '';
    if (shown === issuer) return [];
    return [
      {
        message: 'other' as const,
        data: { portal: shown, issuer },
        expected: issuer,
        observed: shown,
        where: { artifact: 'portal', path: '/url' },
      },
    ];
  },
});
