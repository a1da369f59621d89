import type { Glob } from './glob.ts';
import type { Position } from './json.ts';
import type { OperatorName } from './operators.ts';
import type { PolicyValue } from './values.ts';

/** `trust`: a role's AssumeRolePolicyDocument. `session`: the Policy parameter of AssumeRoleWithSAML. */
export type PolicyKind = 'trust' | 'session';
export type PolicyVersion = '2008-10-17' | '2012-10-17';

/** A place in a policy document. Line and column count within the document that was read. */
export interface PolicyPlace extends Position {
  /** RFC 6901, for example `/Statement/0/Condition/StringEquals`. */
  readonly pointer: string;
}

/** Why IAM would answer `MalformedPolicyDocument`. */
export interface PolicyFault {
  readonly code: 'MalformedPolicyDocument';
  /** AWS's text where one is recorded; it tells little. */
  readonly message: string;
  /** What is wrong, in a sentence of ours. */
  readonly says: string;
  readonly place: PolicyPlace;
}

/** A policy, with what IAM would not accept anew but can be evaluated all the same; or why it cannot be read. */
export type PolicyReading =
  | { readonly policy: PolicyDocument; readonly notices: readonly PolicyFault[] }
  | { readonly fault: PolicyFault };

export interface PolicyDocument {
  readonly kind: PolicyKind;
  /** A document that names none has the older one, in which variables are plain text. */
  readonly version: PolicyVersion;
  readonly id?: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Counted from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Always there in a trust policy, never in a session policy. */
  readonly principal?: PrincipalClause;
  readonly action: ActionClause;
  readonly conditions: readonly Condition[];
  readonly place: PolicyPlace;
}

export interface PrincipalClause {
  /** True for NotPrincipal. */
  readonly negated: boolean;
  /** True for `"*"`. */
  readonly everyone: boolean;
  readonly aws: readonly string[];
  readonly federated: readonly string[];
  readonly service: readonly string[];
  readonly canonicalUser: readonly string[];
}

export interface ActionClause {
  /** True for NotAction. */
  readonly negated: boolean;
  /** As written. */
  readonly texts: readonly string[];
  /** In lower case, since actions are compared without regard to case. */
  readonly globs: readonly Glob[];
}

/** `each`: ForAllValues. `some`: ForAnyValue. `plain`: neither. */
export type Quantifier = 'plain' | 'each' | 'some';

/** One operator over one key. */
export interface Condition {
  /** As written, for example `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly test: OperatorName;
  readonly quantifier: Quantifier;
  readonly ifExists: boolean;
  /** As written. */
  readonly key: string;
  /** The key as it is compared: in lower case. */
  readonly lookup: string;
  readonly values: readonly PolicyValue[];
  readonly place: PolicyPlace;
}
