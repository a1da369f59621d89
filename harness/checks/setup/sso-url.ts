import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'setup/sso-url',
  title: {
    holds: 'The service provider sends people to a sign-on address of the identity provider’s metadata',
    fails:
      'The service provider sends people to an address that the identity provider’s metadata does not name',
  },
  why: 'People end on an error page of the identity provider, or at somebody else’s.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider sign-in URL',
    change: 'Import the metadata anew, or enter the SingleSignOnService location as it is.',
  },
  judges: 'setup',
  needs: ['setup', 'idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.3',
      says: 'SingleSignOnService names the addresses that take an AuthnRequest.',
    },
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'The SSO URL (PassiveLogOnUri) is collected from the identity provider for AWS.',
    },
  ],
  messages: { differs: 'The service provider has {typed}; the metadata names {published}.' },
  applies: ({ setup }) => setup.idp?.ssoUrl !== undefined || 'What the service provider has is not known.',
  run: ({ setup, 'idp-metadata': metadata }) => {
    const typed = setup.idp?.ssoUrl ?? '';
    const locations = metadata.roles
      .flatMap((role) => role.singleSignOn)
      .flatMap(({ location }) => (location === undefined ? [] : [location]));
    if (locations.includes(typed)) return [];
    const published = [...new Set(locations)].join(' and ') || 'no sign-on address';
    return [
      {
        message: 'differs' as const,
        data: { typed, published },
        expected: published,
        observed: typed,
        where: { artifact: 'setup', path: '/idp/ssoUrl' },
      },
    ];
  },
});
