import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/new-login-demanded',
  title: 'The request demands a new login, and the login is older than the request',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { now }) =>
      setAttribute(
        setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true'),
        'AuthnRequest',
        'IssueInstant',
        instant(now + 30 * minute),
      ),
  },
  breaks: ['authn-statement/force-authn', 'request/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'By ForceAuthn the identity provider authenticates the presenter anew.',
    },
  ],
  needsArtifacts: ['request'],
});
