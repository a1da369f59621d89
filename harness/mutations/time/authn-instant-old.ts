import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/authn-instant-old',
  title: 'The person logged in thirty days ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnStatement', 'AuthnInstant', instant(now - 30 * 24 * 60 * minute)),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.7.2', says: 'AuthnInstant is the moment of the login.' },
    {
      assumption: 'A login of thirty days ago is too old for a new session.',
      known: 'SAML sets no age; products take from hours to a week.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Somebody’s session at the identity provider from a month ago is enough for a new one here.',
    weakness: ['authn-instant-not-checked'],
    advisory:
      'SAML sets no age of a login at the identity provider; a target that needs a fresh one asks with ForceAuthn.',
  },
});
