import { type RuleId, rules } from '../../aws/decide/rules.ts';

/** Why a role is refused, in one sentence that cells share. */
export interface Reason {
  /** `R1`, as cells refer to it. */
  readonly id: string;
  readonly rule: RuleId;
  /** AWS's error code. */
  readonly code: string;
  readonly says: string;
  /** Cells that are refused for it. */
  readonly count: number;
}

/** Collects the reasons of a table while it is made: hundreds of thousands of cells share some thousands. */
export interface ReasonBook {
  /** The entry of a sentence; its id is there once the book is closed. */
  readonly note: (rule: RuleId, code: string, says: string) => Reason;
  /** Numbers the reasons by the order of the rules, then by how often. Called once, at the end. */
  readonly close: () => readonly Reason[];
}

type OpenReason = { -readonly [K in keyof Reason]: Reason[K] };

export function openReasonBook(): ReasonBook {
  const byRule = new Map<RuleId, Map<string, OpenReason>>();
  return {
    note: (rule, code, says) => {
      const own = byRule.get(rule) ?? new Map<string, OpenReason>();
      if (own.size === 0) byRule.set(rule, own);
      const known = own.get(says);
      const reason = known ?? { id: '', rule, code, says, count: 0 };
      if (known === undefined) own.set(says, reason);
      reason.count += 1;
      return reason;
    },
    close: () => {
      const order = Object.keys(rules);
      const sorted = [...byRule]
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .flatMap(([, own]) => [...own.values()].sort((a, b) => b.count - a.count));
      for (const [index, reason] of sorted.entries()) reason.id = `R${index + 1}`;
      return sorted;
    },
  };
}
