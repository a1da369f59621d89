import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/issuer-of-other-format',
  title: 'The Issuer of the assertion has the format of an e-mail address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Assertion/Issuer', 'Format', NAMEID.emailAddress),
  },
  breaks: ['assertion/issuer'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-profiles', section: '4.1.4.2', says: 'The Format of Issuer is entity or absent.' },
  ],
});
