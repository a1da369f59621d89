import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/name-id-transient',
  title: 'NameID is transient',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'NameID', 'Format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'),
  },
  breaks: ['identity-pool/name-id-lasting', 'identity-pool/login-token'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
