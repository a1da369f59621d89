import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { findNotAllowed } from './_actions.ts';
import { tagsOf, valuesOf } from './_attributes.ts';
import { hasReadableRole } from './_trust.ts';

export default defineCheck({
  id: 'aws/tag-session',
  title: {
    holds: 'Every offered role allows the session tags that the response has',
    fails: 'An offered role does not allow the session tags that the response has',
  },
  why: 'AWS answers “Not authorized to perform sts:AssumeRoleWithSAML” as soon as the first tag is sent.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Add sts:TagSession to the Action of the statement that names the provider.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.tags('To pass session tags, the trust policy must allow sts:TagSession.'),
    refs.troubleshooting('Tags without sts:TagSession make the login fail.'),
  ],
  messages: { missing: 'The response has session tags; {role} does not allow sts:TagSession.' },
  applies: (given) =>
    tagsOf(given.response).length + valuesOf(given.response, 'transitiveTagKeys').length > 0
      ? hasReadableRole(given)
      : 'The response has no session tag.',
  run: (given, context) => findNotAllowed(given, 'sts:TagSession', context),
});
