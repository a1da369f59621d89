import type { Mutation } from '../../model/mutation.ts';
import type { RefusalExchange, RefusalResult } from '../../model/refusal.ts';
import { weaknesses } from '../../model/weaknesses.ts';
import { adviceFor } from './advice.ts';
import type { Decision } from './decide.ts';
import type { Sending } from './send.ts';

/** A message that went out, as far as the evidence shows it. */
export type SentMessage = Pick<Sending, 'jar' | 'forged' | 'copies' | 'visits' | 'failures'>;

export interface ResultParts extends Decision {
  readonly loggedIn?: RefusalResult['loggedIn'];
  readonly sent?: readonly SentMessage[];
  readonly auditReason?: string;
  readonly durationMs?: number;
}

const shownMessage = 6000;
const shownText = 300;

/** The result of one attack as every report shows it. */
export function describeResult(mutation: Mutation, parts: ResultParts): RefusalResult {
  const { id, title, attack, refs, cves = [] } = mutation;
  const lacks = attack?.weakness ?? [];
  return {
    attack: id,
    family: id.split('/')[0] ?? id,
    title,
    against: attack?.against ?? 'sp',
    mechanism: attack?.mechanism ?? '',
    ...(attack?.advisory === undefined ? {} : { advisory: attack.advisory }),
    outcome: parts.outcome,
    says: parts.says,
    loggedIn: parts.loggedIn ?? [],
    ...(parts.auditReason === undefined ? {} : { auditReason: parts.auditReason }),
    exchanges: (parts.sent ?? []).map(describeSent),
    weaknesses: lacks.map((weakness) => ({ id: weakness, says: weaknesses[weakness] })),
    advice: parts.outcome === 'fell' || parts.outcome === 'warned' ? adviceFor(lacks) : [],
    refs,
    cves,
    durationMs: Math.round(parts.durationMs ?? 0),
  };
}

function describeSent({ jar, forged, copies, visits, failures }: SentMessage): RefusalExchange {
  const { request, message, relayState } = forged;
  const visit = visits.at(-1);
  return {
    jar,
    method: request.method,
    url: shorten(request.url, shownText),
    message: shorten(message, shownMessage),
    ...(relayState === undefined ? {} : { relayState: shorten(relayState, shownText) }),
    ...(copies === 1 ? {} : { copies }),
    answer: {
      status: visit?.status ?? 0,
      url: shorten(visit?.url ?? request.url, shownText),
      ...(visit?.onward === undefined ? {} : { leadsTo: shorten(visit.onward.url, shownText) }),
      text: shorten(visit === undefined ? (failures[0]?.message ?? '') : visit.readText(), shownText),
    },
  };
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 40) / 2);
  return `${text.slice(0, half)} … (${text.length - 2 * half} characters) … ${text.slice(-half)}`;
}
