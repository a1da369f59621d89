import type { ScimExchange } from '../../harness/model/scim-records.ts';

/** The latest requests and answers, for whoever judges a client. */
export interface ExchangeLog {
  readonly add: (exchange: Omit<ScimExchange, 'index'>) => void;
  readonly list: () => { readonly exchanges: readonly ScimExchange[]; readonly dropped: number };
  readonly clear: () => void;
}

/** @param keep how many are kept; the oldest go first */
export function createExchangeLog(keep: number): ExchangeLog {
  let kept: ScimExchange[] = [];
  let index = 0;
  return {
    add: (exchange) => {
      kept.push({ index, ...exchange });
      index += 1;
      // In one go, so that the cost of one exchange stays the same.
      if (kept.length >= 2 * keep) kept = kept.slice(-keep);
    },
    list: () => {
      const exchanges = kept.slice(-keep);
      return { exchanges, dropped: index - exchanges.length };
    },
    clear: () => {
      kept = [];
      index = 0;
    },
  };
}
