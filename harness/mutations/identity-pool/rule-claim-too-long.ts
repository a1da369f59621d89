import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-claim-too-long',
  title: 'A rule goes by a claim of 66 characters',
  ...mistake,
  change: addRule({ claim: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' }),
  breaks: ['identity-pool/rule-claim-length'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
