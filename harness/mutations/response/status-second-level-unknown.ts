import { defineMutation } from '../../model/mutation.ts';
import { NS, STATUS } from '../../saml/namespaces.ts';
import { replaceElement } from '../kit/edit.ts';

const codes =
  `<samlp:StatusCode xmlns:samlp="${NS.samlp}" Value="${STATUS.success}">` +
  `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Approved"/></samlp:StatusCode>`;

export default defineMutation({
  id: 'response/status-second-level-unknown',
  title: 'A second-level status code that the standard does not have',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => replaceElement(xml, 'StatusCode', () => codes) },
  breaks: ['response/status-codes'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2.2',
      says: 'The outer code is one of four; the others stand inside it, where own URIs may be used too.',
    },
  ],
});
