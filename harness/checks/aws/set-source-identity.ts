import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { findNotAllowed } from './_actions.ts';
import { valuesOf } from './_attributes.ts';
import { hasReadableRole } from './_trust.ts';

export default defineCheck({
  id: 'aws/set-source-identity',
  title: {
    holds: 'Every offered role allows the source identity that the response sets',
    fails: 'An offered role does not allow the source identity that the response sets',
  },
  why: 'AWS answers “Not authorized to perform sts:AssumeRoleWithSAML”.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Add sts:SetSourceIdentity to the Action of the statement that names the provider.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [refs.sourceIdentity('To set a source identity, the trust policy must allow sts:SetSourceIdentity.')],
  messages: { missing: 'The response has a SourceIdentity; {role} does not allow sts:SetSourceIdentity.' },
  applies: (given) =>
    valuesOf(given.response, 'sourceIdentity').length > 0
      ? hasReadableRole(given)
      : 'The response has no SourceIdentity.',
  run: (given, context) => findNotAllowed(given, 'sts:SetSourceIdentity', context),
});
