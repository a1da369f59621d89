import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/passive-and-forced',
  title: 'An AuthnRequest with ForceAuthn and IsPassive',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) =>
      setAttribute(
        setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true'),
        'AuthnRequest',
        'IsPassive',
        'true',
      ),
  },
  breaks: ['request/passive-and-forced'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'With ForceAuthn and IsPassive, the identity provider may log in afresh only if that needs no visible page.',
    },
  ],
});
