import { decisionAssumptions } from '../../aws/decide/assumptions.ts';
import { type DecisionRule, type RuleId, rules } from '../../aws/decide/rules.ts';
import { policyAssumptions } from '../../aws/policy/assumptions.ts';
import type { Cell } from './table.ts';

/** What the table rests on that AWS does not document or no file tells. */
export interface Assumption {
  readonly id: string;
  readonly assumption: string;
  /** What is known about it. */
  readonly known: string;
  /** Cells that rest on it; absent when all do. */
  readonly cells?: number;
}

/** What of the prediction's circumstances bears on all cells. */
export interface Circumstances {
  readonly from: 'responses' | 'users';
  readonly judgedWhenIssued: boolean;
  /** ARNs of providers that no list named, and of those that were lent the identity provider's metadata. */
  readonly guessed: readonly string[];
  readonly lent: readonly string[];
  /** True when a provider requires encryption, and a planned assertion is taken to be encrypted. */
  readonly encrypted: boolean;
  readonly nameIdFromUser: boolean;
}

const library: readonly Assumption[] = [...decisionAssumptions, ...policyAssumptions];

/** Those of the circumstances first, then those of cells in the order of the library, then those of rules. */
export function listAssumptions(cells: readonly Cell[], circumstances: Circumstances): readonly Assumption[] {
  const byId = new Map<string, number>();
  const byRule = new Map<RuleId, number>();
  for (const { assumptions, reason } of cells) {
    for (const id of assumptions) byId.set(id, (byId.get(id) ?? 0) + 1);
    if (reason !== undefined) byRule.set(reason.rule, (byRule.get(reason.rule) ?? 0) + 1);
  }
  const ofRules = [...byRule].flatMap(([id, count]) => {
    const rule: DecisionRule = rules[id];
    const assumption = rule.assumed ?? (rule.basis === 'assumed' ? rule.says : undefined);
    return assumption === undefined
      ? []
      : [{ id: `rule ${id}`, assumption, known: rule.source, cells: count }];
  });
  return [
    ...circumstantial(circumstances, byRule.size > 0),
    ...library.flatMap((one) => {
      const count = byId.get(one.id);
      return count === undefined ? [] : [{ ...one, cells: count }];
    }),
    ...ofRules,
  ];
}

function circumstantial(given: Circumstances, someRefused: boolean): readonly Assumption[] {
  const isSaved = given.from === 'responses';
  const found: readonly (readonly [boolean, Assumption | undefined])[] = [
    [given.guessed.length > 0, providersNamed(given.guessed)],
    [given.guessed.length === 0 && given.lent.length > 0, metadataLent(given.lent)],
    [isSaved && given.judgedWhenIssued, judgedWhenIssued],
    [isSaved, library.find(({ id }) => id === 'replay-allowed')],
    [!isSaved, responseFresh],
    [!isSaved && given.encrypted, encryptedAsRequired],
    [!isSaved && given.nameIdFromUser, nameIdFromUser],
    [someRefused, firstReason],
  ];
  return found.flatMap(([applies, one]) => (applies && one !== undefined ? [one] : []));
}

const providersNamed = (arns: readonly string[]): Assumption => ({
  id: 'providers-named',
  assumption: `The SAML providers that Role values name are there, with the metadata given: ${arns.join(', ')}.`,
  known: 'get-account-authorization-details does not tell the SAML providers; list-saml-providers does.',
});

const metadataLent = (arns: readonly string[]): Assumption => ({
  id: 'metadata-as-given',
  assumption: `The metadata given is that of ${arns.join(', ')}.`,
  known: 'list-saml-providers does not tell the metadata; get-saml-provider does.',
});

const judgedWhenIssued: Assumption = {
  id: 'judged-when-issued',
  assumption: 'Each saved response is judged at the moment of its issue.',
  known: 'STS takes a response for five minutes. --now judges at another moment.',
};

const responseFresh: Assumption = {
  id: 'response-fresh',
  assumption: 'The identity provider sends a response that is whole, fresh and signed with its key.',
  known: 'Attributes, addresses and accounts decide here; a saved response shows the rest.',
};

const encryptedAsRequired: Assumption = {
  id: 'encrypted-as-required',
  assumption: 'The assertion is encrypted for a provider that requires it.',
  known: 'The mapping does not tell whether the identity provider encrypts.',
};

const nameIdFromUser: Assumption = {
  id: 'name-id-from-user',
  assumption: 'The NameID is what the user is called here.',
  known: 'The mapping has no NameID.',
};

const firstReason: Assumption = {
  id: 'first-reason',
  assumption: 'Where several rules are in the way, the first is told in an order of ours.',
  known: 'AWS does not document its own.',
};
