import {
  type ConstraintFault,
  constraintMessage,
  memberFaults,
} from '../../../harness/aws/constraint-error.ts';
import { poolLimits } from '../../../harness/aws/identity-pool/limits.ts';
import { within } from '../../../harness/aws/limits.ts';
import { PoolError } from './pool-error.ts';

/** Members of the four operations that take Logins, as sent and of the model's shape. */
export interface PoolRequest {
  readonly identityPoolId: string;
  readonly identityId: string;
  readonly logins: readonly (readonly [provider: string, token: string])[];
  readonly customRoleArn: string | undefined;
  readonly principalTags: Readonly<Record<string, string>>;
  readonly tokenDuration: number;
}

const idPattern = { text: '[\\w-]+:[0-9a-f-]+', matches: poolLimits.idPattern };

/** Reads a request by the service model. @throws PoolError ValidationException, SerializationException */
export function readRequest(
  body: Readonly<Record<string, unknown>>,
  required: readonly ('identityPoolId' | 'identityId' | 'logins')[],
): PoolRequest {
  const identityPoolId = textOf(body, 'IdentityPoolId');
  const identityId = textOf(body, 'IdentityId');
  const customRoleArn = textOf(body, 'CustomRoleArn');
  const logins = mapOf(body, 'Logins');
  const principalTags = mapOf(body, 'PrincipalTags');
  const tokenDuration = numberOf(body, 'TokenDuration');
  const id = { length: poolLimits.idLength, pattern: idPattern };
  const faults = [
    ...memberFaults('identityPoolId', identityPoolId, {
      ...id,
      required: required.includes('identityPoolId'),
    }),
    ...memberFaults('identityId', identityId, { ...id, required: required.includes('identityId') }),
    ...memberFaults('customRoleArn', customRoleArn, { length: poolLimits.arnLength }),
    ...memberFaults('tokenDuration', tokenDuration?.toString(), { range: poolLimits.tokenDuration }),
    ...loginFaults(logins, required.includes('logins')),
  ];
  if (faults.length > 0) throw new PoolError('ValidationException', constraintMessage(faults));
  return {
    identityPoolId: identityPoolId ?? '',
    identityId: identityId ?? '',
    logins: Object.entries(logins ?? {}),
    customRoleArn,
    principalTags: principalTags ?? {},
    // 15 minutes where the caller names none.
    tokenDuration: tokenDuration ?? 900,
  };
}

/** Tokens are secrets: the model marks them sensitive, and the text leaves the whole map out. */
function loginFaults(
  logins: Readonly<Record<string, string>> | undefined,
  isRequired: boolean,
): readonly ConstraintFault[] {
  if (logins === undefined)
    return isRequired ? [{ member: 'logins', value: undefined, must: 'not be null' }] : [];
  const value = '';
  const entries = Object.entries(logins);
  const faults: ConstraintFault[] = [];
  const add = (must: string) => faults.push({ member: 'logins', value, hidden: true, must });
  if (entries.length > poolLimits.logins.max)
    add(`have length less than or equal to ${poolLimits.logins.max}`);
  if (entries.some(([key]) => !within(key.length, poolLimits.loginKey)))
    add(mapMust('keys', poolLimits.loginKey));
  if (entries.some(([, token]) => !within(token.length, poolLimits.loginToken)))
    add(mapMust('values', poolLimits.loginToken));
  return faults;
}

function mapMust(
  part: 'keys' | 'values',
  { min, max }: { readonly min: number; readonly max: number },
): string {
  return `satisfy constraint for its ${part}: [Member must have length less than or equal to ${max}, Member must have length greater than or equal to ${min}]`;
}

function textOf(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw notOfType(name);
}

function numberOf(body: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'number') return value;
  throw notOfType(name);
}

function mapOf(
  body: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw notOfType(name);
  const entries = Object.entries(value);
  if (entries.some(([, one]) => typeof one !== 'string')) throw notOfType(name);
  return Object.fromEntries(entries) as Record<string, string>; // every value was just seen to be a text
}

function notOfType(name: string): PoolError {
  return new PoolError('SerializationException', `${name} has a type that cannot be converted`);
}
