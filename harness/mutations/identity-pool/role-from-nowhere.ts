import { attributeName } from '../../aws/saml-attributes.ts';
import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';
import { mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/role-from-nowhere',
  title: 'Neither the pool nor the assertion names a role',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => removeElement(xml, `Attribute[Name=${attributeName('role')}]`),
  },
  breaks: [
    'identity-pool/role-source',
    'identity-pool/role-agreed',
    'identity-pool/role-given',
    'identity-pool/custom-role',
    'identity-pool/login-token',
  ],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
