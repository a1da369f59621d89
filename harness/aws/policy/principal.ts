import type { PrincipalClause } from './types.ts';

export interface PrincipalMatch {
  readonly matches: boolean;
  /** True when the clause speaks of everyone, which is an assumption where the caller is a SAML provider. */
  readonly byWildcard: boolean;
}

/**
 * Whether a principal clause speaks of a SAML provider. ARNs are compared exactly; a wildcard stands for everyone or
 * for nothing, never for part of a name. Source: IAM User Guide, "Principal" and "NotPrincipal".
 */
export function matchPrincipal(clause: PrincipalClause, provider: string): PrincipalMatch {
  const byName = clause.federated.includes(provider);
  const byWildcard =
    !byName && (clause.everyone || clause.aws.includes('*') || clause.federated.includes('*'));
  return { matches: (byName || byWildcard) !== clause.negated, byWildcard };
}

/** The clause as short text, for people: `Federated arn:…, AWS 123456789012`. */
export function principalText(clause: PrincipalClause): readonly string[] {
  const named = (type: string, ids: readonly string[]) => ids.map((id) => `${type} ${id}`);
  const all = [
    ...(clause.everyone ? ['everyone (*)'] : []),
    ...named('Federated', clause.federated),
    ...named('AWS', clause.aws),
    ...named('Service', clause.service),
    ...named('CanonicalUser', clause.canonicalUser),
  ];
  return clause.negated ? all.map((one) => `not ${one}`) : all;
}
