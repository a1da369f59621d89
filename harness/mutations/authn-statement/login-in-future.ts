import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/login-in-future',
  title: 'The login takes place an hour from now',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'AuthnStatement', 'AuthnInstant', instant(now + 60 * minute)),
  },
  breaks: ['authn-statement/authn-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'AuthnInstant is the time at which the login took place.',
    },
  ],
});
