import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'session/deep-link',
  title: {
    holds: 'The login ends on the page that the person asked for',
    fails: 'The login ends on another page than the person asked for',
  },
  why: 'Links in tickets and bookmarks lead nowhere, and people look for the account and role by hand.',
  fix: {
    console: 'Identity provider',
    field: 'RelayState handling',
    change: 'Return the RelayState unchanged; set no default relay state that overrides it.',
  },
  judges: 'sp',
  needs: ['portal'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.1',
      says: 'The service provider may tie the exchange to the original request by RelayState.',
    },
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'The responder returns the exact RelayState data that came with the request.',
    },
  ],
  messages: { elsewhere: 'The link to {wanted} ends at {reached}.' },
  applies: ({ portal }) => portal.deepLink !== undefined || 'The login did not begin with a deep link.',
  run: ({ portal }) => {
    const { wanted, reached } = portal.deepLink ?? { wanted: '', reached: '' };
    if (destinationOf(wanted) === destinationOf(reached)) return [];
    return [
      {
        message: 'elsewhere' as const,
        data: { wanted, reached },
        expected: wanted,
        observed: reached,
        where: { artifact: 'portal', path: '/deepLink/reached' },
      },
    ];
  },
});

/** `account/role` where the link names them (the portal may spell the rest its own way), else all of it. */
function destinationOf(link: string): string {
  const parameters = new URLSearchParams(link.slice(link.indexOf('?') + 1));
  const account = parameters.get('account_id');
  return account === null ? link : `${account}/${parameters.get('role_name') ?? ''}`;
}
