import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, hasPoolRole, poolStatements, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-action',
  title: {
    holds: 'Every role of the pool allows sts:AssumeRoleWithWebIdentity',
    fails: 'A role of the pool does not allow sts:AssumeRoleWithWebIdentity',
  },
  why: 'A policy copied from direct SAML federation has another action; the pool then gives no credentials.',
  fix: fixes.trust(
    'Allow sts:AssumeRoleWithWebIdentity in the statement for cognito-identity.amazonaws.com.',
  ),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('The action is sts:AssumeRoleWithWebIdentity.')],
  messages: {
    missing: '{role} trusts identity pools, but does not allow them sts:AssumeRoleWithWebIdentity.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      poolStatements(one).length === 0 || admitting(one).length > 0
        ? []
        : [
            {
              message: 'missing' as const,
              data: { role: one.role.name },
              expected: 'sts:AssumeRoleWithWebIdentity',
              observed: poolStatements(one)
                .flatMap(({ action }) => action.texts)
                .join(', '),
              where: one.where,
            },
          ],
    ),
});
