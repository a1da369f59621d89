import type {
  IdentityPool,
  IdentityPoolRecord,
  PoolCall,
  PoolOperation,
  RoleRule,
} from '../../model/identity-pool-records.ts';
import type { Mutation, MutationChange } from '../../model/mutation.ts';
import type { SpecRef } from '../../model/spec.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { EditError, replaceElement } from '../kit/edit.ts';
import { attributeXml } from '../kit/genuine-iam-messages.ts';

export function onRecord(apply: (record: IdentityPoolRecord) => IdentityPoolRecord): MutationChange {
  return { on: 'identity-pool', apply };
}

/** Changes how the pool is set up. */
export function onPool(change: (pool: IdentityPool) => IdentityPool): MutationChange {
  return onRecord((record) => ({ ...record, pool: change(record.pool) }));
}

/** Changes the rules of the provider; a login without any is one that it does not fit. */
export function onRules(change: (rules: readonly RoleRule[]) => readonly RoleRule[]): MutationChange {
  return onPool((pool) => {
    if (pool.roleMappings.length === 0) throw new EditError('The pool chooses no role by rules.');
    return {
      ...pool,
      roleMappings: pool.roleMappings.map((mapping) => ({ ...mapping, rules: change(mapping.rules) })),
    };
  });
}

/** One rule more, behind the others. */
export function addRule(rule: Partial<RoleRule>): MutationChange {
  return onRules((rules) => {
    const [first] = rules;
    if (first === undefined) throw new EditError('The pool has no rule to go by.');
    return [...rules, { ...first, value: 'Nobody', ...rule }];
  });
}

/** Tag lines more, behind the others. */
export function addTags(
  ...tags: readonly { readonly key: string; readonly claim: string }[]
): MutationChange {
  return onPool((pool) => {
    if (pool.principalTags.length === 0) throw new EditError('The pool maps no tags.');
    return {
      ...pool,
      principalTags: pool.principalTags.map((map) => ({ ...map, tags: [...map.tags, ...tags] })),
    };
  });
}

/** Changes the trust policy of the role that the person gets by a rule. */
export function onTrust(change: (policy: string) => string): MutationChange {
  return onRecord((record) => {
    const arn = record.pool.roleMappings[0]?.rules[0]?.roleArn;
    if (arn === undefined) throw new EditError('The pool gives no role by a rule.');
    return {
      ...record,
      roles: record.roles.map((role) =>
        role.arn === arn ? { ...role, trustPolicy: change(role.trustPolicy) } : role,
      ),
    };
  });
}

interface TrustStatement {
  readonly Principal: unknown;
  readonly Action: readonly string[];
  readonly Condition: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Changes the only statement of that policy. */
export function onStatement(change: (statement: TrustStatement) => object): MutationChange {
  return onTrust((text) => {
    // The genuine login wrote it.
    const policy = JSON.parse(text) as { readonly Statement: readonly [TrustStatement] };
    return JSON.stringify({ ...policy, Statement: [change(policy.Statement[0])] }, null, 2);
  });
}

/** Changes every call of these operations; of all where none is named. */
export function onCalls(
  change: (call: PoolCall) => PoolCall,
  ...only: readonly PoolOperation[]
): MutationChange {
  return onRecord((record) => ({
    ...record,
    calls: record.calls.map((call) =>
      only.length === 0 || only.includes(call.operation) ? change(call) : call,
    ),
  }));
}

/** Changes the credentials that the pool gave. */
export function onCredentials(
  change: (answer: Extract<PoolCall['answer'], { outcome: 'credentials' }>) => PoolCall['answer'],
): MutationChange {
  return onCalls((call) =>
    call.answer.outcome === 'credentials' ? { ...call, answer: change(call.answer) } : call,
  );
}

/** Another name for the provider, wherever it stands beside the assertion. */
export function renameProvider(rename: (arn: string) => string): MutationChange {
  return onRecord((record) => {
    const to = rename(record.provider);
    const named = <T extends { readonly provider: string }>(one: T): T =>
      one.provider === record.provider ? { ...one, provider: to } : one;
    return {
      ...record,
      provider: to,
      pool: {
        ...record.pool,
        samlProviders: record.pool.samlProviders.map((arn) => (arn === record.provider ? to : arn)),
        roleMappings: record.pool.roleMappings.map(named),
        principalTags: record.pool.principalTags.map(named),
      },
      calls: record.calls.map((call) => ({ ...call, logins: call.logins.map(named) })),
    };
  });
}

/** What all of these have in common: mistakes of set-up, judged by what was seen. */
export const mistake = {
  stage: 'in-transit',
  hostile: false,
  safe: 'unaffected',
} as const satisfies Partial<Mutation>;

const guide = 'https://docs.aws.amazon.com/cognito/latest/developerguide';
const page = (section: string, says: string, url: string): SpecRef => ({
  document: 'aws-cognito',
  section,
  says,
  url,
});

export const refs = {
  pool: page(
    'SAML identity providers (identity pools)',
    'An administrator chooses providers, role settings and attributes for access control.',
    `${guide}/saml-identity-provider.html`,
  ),
  rules: page(
    'Role-based access control',
    'An administrator writes rules of claim, operator, value and role.',
    `${guide}/role-based-access-control.html`,
  ),
  tags: page(
    'Attributes for access control',
    'An administrator maps attributes to tag keys.',
    `${guide}/using-attributes-for-access-control.html`,
  ),
  trust: page(
    'Role trust and permissions',
    'An administrator writes the trust policy of each role.',
    `${guide}/role-trust-and-permissions.html`,
  ),
  calls: page(
    'Identity pools authentication flow',
    'The application calls GetId, then GetCredentialsForIdentity.',
    `${guide}/authentication-flow.html`,
  ),
} as const;

/** Replaces the values of a claim that is none of AWS's own. */
export function setClaim(xml: string, name: string, ...values: readonly string[]): string {
  return replaceElement(xml, `Attribute[Name=${name}]`, () => attributeXml(name, values, ATTRNAME.basic));
}
