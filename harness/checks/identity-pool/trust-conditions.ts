import { poolIssuer } from '../../aws/identity-pool/limits.ts';
import { conditionHolds } from '../../aws/policy/conditions.ts';
import { evaluateTrust } from '../../aws/policy/evaluate.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { fixes } from './_pool.ts';
import { admitting, audienceKey, hasPoolRole, methodKey, poolContext, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-conditions',
  title: {
    holds: 'Nothing else keeps people of the pool from their role',
    fails: 'A further condition or a Deny keeps people of the pool from their role',
  },
  why: 'They are answered that the pool is not configured, and nothing points at the policy.',
  fix: fixes.trust('Remove the condition, or make it fit; remove the Deny.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Policy evaluation logic',
      says: 'A Deny that applies wins; every condition of an Allow must hold.',
    },
  ],
  messages: {
    denied: '{role} denies it explicitly.',
    condition: '{role} wants {key} to pass {operator}.',
  },
  applies: hasPoolRole,
  run: (given, { now }) => {
    const context = poolContext(given, now);
    return readablePoolRoles(given['identity-pool']).flatMap(
      (one): readonly Fault<'denied' | 'condition'>[] => {
        const others = admitting(one).map(({ conditions }) =>
          conditions.find(({ lookup }, index) => {
            const condition = conditions[index];
            const isOwn = lookup === audienceKey || lookup === methodKey;
            return condition !== undefined && !isOwn && !conditionHolds(condition, context);
          }),
        );
        const action = 'sts:AssumeRoleWithWebIdentity';
        const verdict = evaluateTrust(one.policy, { action, provider: poolIssuer, context });
        const [first] = others;
        if (verdict.outcome === 'explicitly-denied')
          return [
            {
              message: 'denied' as const,
              data: { role: one.role.name },
              expected: 'no Deny',
              observed: 'Deny',
              where: one.where,
            },
          ];
        if (first === undefined || others.includes(undefined)) return [];
        const { key, operator } = first;
        return [
          {
            message: 'condition' as const,
            data: { role: one.role.name, key, operator },
            expected: `${key} as the login has it`,
            observed: `${operator} that does not hold`,
            where: one.where,
          },
        ];
      },
    );
  },
});
