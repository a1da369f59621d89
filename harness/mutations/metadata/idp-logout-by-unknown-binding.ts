import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-logout-by-unknown-binding',
  title: 'Single logout offered by a binding that carries no LogoutRequest',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) =>
      insertBefore(
        xml,
        'NameIDFormat',
        endpoint(
          'SingleLogoutService',
          'urn:oasis:names:tc:SAML:2.0:bindings:URI',
          'https://acme.1kosmos.net/saml/logout',
        ),
      ),
  },
  breaks: ['metadata/idp-single-logout'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.4.2',
      says: 'A LogoutRequest travels by SOAP, or through the browser by HTTP-Redirect, HTTP-POST or HTTP-Artifact.',
    },
  ],
});
