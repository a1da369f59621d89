import { defineMutation } from '../../model/mutation.ts';
import { EditError } from '../kit/edit.ts';
import { mistake, onRecord, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/basic-flow-used',
  title: 'The application asks for a token of the basic flow',
  ...mistake,
  change: onRecord((record) => {
    const call = record.calls.find(({ operation }) => operation === 'GetCredentialsForIdentity');
    if (call === undefined) throw new EditError('Nobody asks for credentials.');
    const { customRoleArn: _, ...asked } = call;
    const answer = { outcome: 'token', status: 200, identityId: call.identityId ?? '' } as const;
    return { ...record, calls: [...record.calls, { ...asked, operation: 'GetOpenIdToken', answer }] };
  }),
  breaks: ['identity-pool/enhanced-flow'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
