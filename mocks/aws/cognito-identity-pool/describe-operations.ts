import { constraintMessage, memberFaults } from '../../../harness/aws/constraint-error.ts';
import { poolLimits } from '../../../harness/aws/identity-pool/limits.ts';
import type { IdentityPool } from '../../../harness/model/identity-pool-records.ts';
import type { JsonCall, Operation } from './json-service.ts';
import { PoolError } from './pool-error.ts';
import { describePool, describeRoles, describeTags } from './print-pool.ts';
import type { PoolService } from './state.ts';

/** What an administrator asks to see how a pool is set up; all of them signed. */
export function createDescribeOperations(service: PoolService): Readonly<Record<string, Operation>> {
  const signed = (describe: (pool: IdentityPool, call: JsonCall) => Readonly<Record<string, unknown>>) => ({
    isSigned: true as const,
    run: (call: JsonCall) => {
      const pool = poolOf(service, call);
      return { answer: describe(pool, call), audit: { identityPoolId: pool.identityPoolId } };
    },
  });
  return {
    DescribeIdentityPool: signed(describePool),
    GetIdentityPoolRoles: signed(describeRoles),
    GetPrincipalTagAttributeMap: signed((pool, { body }) => {
      const provider = requiredText(body, 'IdentityProviderName', 'identityProviderName');
      const map = describeTags(pool, provider);
      if (map !== undefined) return map;
      throw new PoolError('ResourceNotFoundException', `No principal tags are set for '${provider}'.`);
    }),
  };
}

function poolOf({ pools }: PoolService, { body }: JsonCall): IdentityPool {
  const id = requiredText(body, 'IdentityPoolId', 'identityPoolId');
  const pool = pools.get(id);
  if (pool !== undefined) return pool;
  throw new PoolError('ResourceNotFoundException', `IdentityPool '${id}' not found.`);
}

function requiredText(body: JsonCall['body'], name: string, member: string): string {
  const value = body[name];
  const text = typeof value === 'string' ? value : undefined;
  const faults = memberFaults(member, text, { required: true, length: poolLimits.loginKey });
  if (faults.length > 0) throw new PoolError('ValidationException', constraintMessage(faults));
  return text ?? '';
}
