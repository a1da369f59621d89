import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, removeAttribute, setText } from '../kit/edit.ts';
import { removeSignatures } from '../kit/sign-response.ts';

export default defineMutation({
  id: 'binding/issuer-not-asked',
  title: 'Another trusted identity provider answers the request',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const issuer = context.otherIdpEntityId ?? 'https://other-idp.example/saml';
      const unsigned = removeSignatures(xml);
      const renamed = setText(setText(unsigned, 'Response/Issuer', issuer), 'Assertion/Issuer', issuer);
      const unbound = removeAttribute(renamed, 'SubjectConfirmationData', 'InResponseTo');
      const forged = setText(unbound, 'Subject/NameID', context.victim.nameId);
      const id = attributeOf(forged, 'Response/Assertion', 'ID');
      return context.forgeSignature(forged, id, { as: 'other-idp' });
    },
  },
  breaks: [
    'assertion/issuer',
    'response/issuer',
    'signature/key',
    'subject/in-response-to',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Issuer is the unique identifier of the identity provider; Format is absent or entity.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
  ],
  cves: ['CVE-2026-49284'],
  attack: {
    against: 'sp',
    mechanism:
      'The target asked one identity provider; another one that it trusts as well, in its own name, names a person of the first. Only the Response, which is not signed, says which request it answers.',
    weakness: ['other-idp-may-answer', 'in-response-to-one-place'],
    needs: ['sp-initiated', 'other-idp', 'signed-assertion'],
  },
});
