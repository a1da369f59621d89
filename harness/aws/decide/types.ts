import type { AccountFacts, RoleFacts, SamlProviderFacts } from '../account-facts.ts';
import type { ProviderArn, RoleArn } from '../arn.ts';
import type { AssertionFacts, ResponseFacts } from '../assertion-facts.ts';
import type { Claims } from '../claims.ts';
import type { PolicyAssumptionId } from '../policy/assumptions.ts';
import type { ConditionContext } from '../policy/context.ts';
import type { TrustVerdict } from '../policy/evaluate.ts';
import type { PolicyPlace } from '../policy/types.ts';
import type { DecisionAssumptionId } from './assumptions.ts';
import type { DecisionRule, RuleId } from './rules.ts';

/** Parameters of the call, as sent; an absent one is `undefined` or left out. */
export interface AssumeRoleWithSamlRequest {
  readonly roleArn?: string | undefined;
  readonly principalArn?: string | undefined;
  /** Characters of SAMLAssertion; its content comes as facts. */
  readonly samlAssertionLength?: number | undefined;
  readonly durationSeconds?: number | undefined;
  readonly minimumSessionTokenSize?: number | undefined;
  readonly policy?: string | undefined;
  readonly policyArns?: readonly string[] | undefined;
  /** Address of the caller, for `aws:SourceIp`. */
  readonly sourceIp?: string | undefined;
}

/** What AWS leaves open, set to be tried the other way. */
export interface DecisionSettings {
  /** Which IssueInstant the five minutes count from. */
  readonly issueInstantOf: 'assertion' | 'response';
  /** Milliseconds by which IssueInstant and NotBefore may lie ahead. */
  readonly futureSkewMs: number;
  /** Milliseconds for which a response is taken after NotOnOrAfter. */
  readonly expirySkewMs: number;
}

export const defaultDecisionSettings: DecisionSettings = {
  issueInstantOf: 'assertion',
  futureSkewMs: 5 * 60_000,
  expirySkewMs: 0,
};

export interface DecisionInput {
  readonly request: AssumeRoleWithSamlRequest;
  readonly response: ResponseFacts;
  readonly account: AccountFacts;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly settings?: Partial<DecisionSettings>;
  /** The id that AWS quotes inside some messages; zeros when it is not given. */
  readonly requestId?: string;
}

export interface GrantedSession {
  readonly assumedRoleUser: { readonly assumedRoleId: string; readonly arn: string };
  readonly roleSessionName: string;
  /** Whole seconds. */
  readonly durationSeconds: number;
  /** Milliseconds since 1970, a whole second. */
  readonly expirationMs: number;
  readonly subject: string;
  readonly subjectType: string;
  readonly issuer: string;
  /** The Recipient, as AWS answers it; not the audience. */
  readonly audience: string;
  readonly nameQualifier: string;
  readonly sourceIdentity?: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
  /** Percent, an estimate; absent when there is neither session policy nor tag. */
  readonly packedPolicySize?: number;
}

export interface RefusalReason {
  /** Name of the step that refused, for example `checkTrust`. */
  readonly step: string;
  readonly rule: RuleId;
  /** Our own sentence about this very case. */
  readonly says: string;
  readonly source: string;
  readonly basis: DecisionRule['basis'];
  /** True when the rule, the code or the text is not documented. */
  readonly assumption: boolean;
  /** What is assumed; present when `assumption` is true. */
  readonly assumed?: string;
  readonly expected: string;
  readonly observed: string;
  /** How the trust policy was evaluated, for the rules `trust/…`. */
  readonly trust?: TrustVerdict;
  /** Where a policy is malformed. */
  readonly place?: PolicyPlace;
}

export type AssumptionId = DecisionAssumptionId | PolicyAssumptionId;

export type Decision =
  | {
      readonly granted: true;
      readonly session: GrantedSession;
      /** The statements that allowed each action. */
      readonly allowedBy: readonly {
        readonly action: string;
        readonly statement: number;
        readonly sid?: string;
      }[];
      /** What the answer rests on that AWS does not document; mostly empty. */
      readonly assumptions: readonly AssumptionId[];
    }
  | {
      readonly granted: false;
      readonly error: {
        readonly code: DecisionRule['code'];
        readonly httpStatus: number;
        readonly message: string;
      };
      readonly reason: RefusalReason;
    };
export type Refusal = Extract<Decision, { granted: false }>;

/** Everything that the steps look at; parts that could not be read are `undefined`. */
export interface DecisionCase {
  readonly request: AssumeRoleWithSamlRequest;
  readonly requestId: string;
  readonly now: number;
  readonly settings: DecisionSettings;
  readonly role: RoleArn | undefined;
  readonly provider: ProviderArn | undefined;
  readonly roleFacts: RoleFacts | undefined;
  readonly providerFacts: SamlProviderFacts | undefined;
  readonly response: ResponseFacts;
  readonly facts: AssertionFacts | undefined;
  readonly claims: Claims | undefined;
  readonly context: ConditionContext;
}

/** One rule or a few, asked of a case: what it is refused with, or nothing. */
export type Step = (given: DecisionCase) => Refusal | undefined;
