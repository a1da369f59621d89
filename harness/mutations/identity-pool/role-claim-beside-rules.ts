import { attributeName } from '../../aws/saml-attributes.ts';
import { defineMutation } from '../../model/mutation.ts';
import { addAttribute } from '../aws/_message.ts';
import { EditError } from '../kit/edit.ts';
import { mistake, refs } from './_change.ts';
import { poolNames, poolRoleArns } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/role-claim-beside-rules',
  title: 'The assertion names a role, and the pool has rules',
  ...mistake,
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      if (xml.includes(attributeName('role'))) throw new EditError('The assertion names roles as it is.');
      return addAttribute(xml, attributeName('role'), [`${poolRoleArns.auditor},${poolNames.provider}`]);
    },
  },
  breaks: ['identity-pool/role-claim-used', 'identity-pool/login-token'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
