import type { PoolPrediction } from '../../../aws/identity-pool/predict.ts';
import type { IdentityPool, PrincipalTag } from '../../../model/identity-pool-records.ts';
import type { Verdict } from '../../../model/report.ts';
import type { Unpredicted } from '../table.ts';

/** The prediction as one document: what `--format json` writes; `pool-prediction.schema.json` describes it. */
export interface PoolPredictionReport {
  readonly schema: 'countersign/pool-prediction/1';
  readonly tool: { readonly name: 'countersign'; readonly version: string };
  readonly from: 'responses' | 'users';
  readonly verdict: Verdict;
  readonly pool: { readonly id: string; readonly name: string; readonly provider: string };
  readonly summary: {
    readonly users: number;
    readonly given: number;
    readonly refused: number;
    readonly unpredicted: number;
  };
  /** The rules of the provider in their order; empty where roles come from elsewhere. */
  readonly rules: readonly PredictedRule[];
  readonly users: readonly PredictedPerson[];
  readonly unpredicted: readonly Unpredicted[];
  readonly assumptions: readonly { readonly assumption: string; readonly known: string }[];
  readonly notes: readonly string[];
}

export interface PredictedRule {
  /** From 1. */
  readonly number: number;
  readonly claim: string;
  readonly matchType: string;
  readonly value: string;
  readonly role: string;
  /** How many people it matches, and to how many it gives the role. */
  readonly matches: number;
  readonly decides: number;
}

export interface PredictedPerson {
  readonly name: string;
  readonly from: string;
  readonly outcome: PoolPrediction['outcome'];
  /** Numbers of the rules that match. */
  readonly matching: readonly number[];
  readonly role?: string;
  readonly source?: 'rule' | 'assertion' | 'authenticated-role';
  readonly rule?: number;
  readonly trustedBy?: 'web-identity' | 'saml';
  readonly tags?: readonly PrincipalTag[];
  readonly operation?: string;
  readonly code?: string;
  readonly says?: string;
}

export interface PoolReportInput {
  readonly version: string;
  readonly from: PoolPredictionReport['from'];
  readonly pool: IdentityPool;
  readonly provider: string;
  readonly people: readonly {
    readonly name: string;
    readonly from: string;
    readonly prediction: PoolPrediction;
  }[];
  readonly unpredicted: readonly Unpredicted[];
  readonly notes: readonly string[];
}

export function buildPoolReport(input: PoolReportInput): PoolPredictionReport {
  const { pool, provider, people, unpredicted } = input;
  const given = people.filter(({ prediction }) => prediction.outcome === 'given').length;
  const refused = people.length - given;
  return {
    schema: 'countersign/pool-prediction/1',
    tool: { name: 'countersign', version: input.version },
    from: input.from,
    verdict: refused > 0 ? 'fail' : unpredicted.length > 0 || people.length === 0 ? 'inconclusive' : 'pass',
    pool: { id: pool.identityPoolId, name: pool.name, provider },
    summary: { users: people.length, given, refused, unpredicted: unpredicted.length },
    rules: describeRules(input),
    users: people.map(({ name, from, prediction }) => ({ name, from, ...prediction })),
    unpredicted,
    assumptions: assumptionsOf(input),
    notes: [...input.notes, ...noteIdleRules(input)],
  };
}

function describeRules({ pool, provider, people }: PoolReportInput): readonly PredictedRule[] {
  const rules =
    pool.roleMappings.find((one) => one.provider === provider && one.type === 'Rules')?.rules ?? [];
  return rules.map(({ claim, matchType, value, roleArn }, index) => {
    const number = index + 1;
    const counts = (test: (prediction: PoolPrediction) => boolean) =>
      people.filter(({ prediction }) => test(prediction)).length;
    return {
      number,
      claim,
      matchType,
      value,
      role: roleArn,
      matches: counts(({ matching }) => matching.includes(number)),
      decides: counts((one) => one.outcome === 'given' && one.rule === number),
    };
  });
}

/** A rule that decides for nobody is behind another one, or asks for what nobody has. */
function noteIdleRules(input: PoolReportInput): readonly string[] {
  if (input.people.length === 0) return [];
  return describeRules(input).flatMap(({ number, matches, decides }) => {
    if (decides > 0) return [];
    if (matches === 0) return [`Rule ${number} matches nobody here.`];
    return [
      `Rule ${number} matches ${matches} here and gives its role to none: an earlier rule comes first.`,
    ];
  });
}

/** Only those that this prediction rests on. */
function assumptionsOf({ pool, provider, people }: PoolReportInput): PoolPredictionReport['assumptions'] {
  const isGiven = (source: string) =>
    people.some(({ prediction }) => prediction.outcome === 'given' && prediction.source === source);
  const mapping = pool.roleMappings.find((one) => one.provider === provider);
  const tags = pool.principalTags.find((one) => one.provider === provider);
  return [
    {
      assumption:
        'The response is judged as STS judges it: audience, Recipient, and five minutes from its issue.',
      known:
        'The developer guide sends administrators to the page of IAM; no answer to a SAML login is recorded.',
    },
    ...(mapping?.type === 'Rules'
      ? [
          {
            assumption:
              'Of several values of a claim any one may meet a rule, and all must for NotEqual; case counts.',
            known: 'AWS speaks of one value, and does not say how case is taken.',
          },
        ]
      : []),
    ...(isGiven('assertion')
      ? [
          {
            assumption:
              'A role that the assertion names may trust the SAML provider in place of cognito-identity.amazonaws.com.',
            known: 'AWS does not say which of the two it asks for.',
          },
        ]
      : []),
    ...(tags?.useDefaults
      ? [
          {
            assumption: 'Default mappings give the tags username and client, from NameID and the audience.',
            known: 'The guide names sub and aud for all providers, and nameidentifier and name for SAML.',
          },
        ]
      : []),
  ];
}
