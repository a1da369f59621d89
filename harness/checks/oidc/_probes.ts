import type { Fault } from '../../model/check.ts';
import type { OidcProbe, OidcRecord } from '../../model/oidc-records.ts';
import { fault } from './_oidc.ts';

type How = OidcProbe['how'];

/** What was done, for a person who was not there. */
const words: Readonly<Record<How, string>> = {
  'provider-answer-again': 'The provider’s answer was opened once more in the same browser',
  'provider-answer-elsewhere': 'The provider’s answer was opened in a browser that did not ask',
  'pool-answer-again': 'The pool’s answer was opened once more',
  'pool-answer-elsewhere': 'The pool’s answer was opened in a browser that did not ask',
  'code-redeemed-again': 'The code was redeemed once more',
  'redirect-elsewhere': 'The pool was asked to answer at an address of somebody else’s',
  'resource-without-token': 'The resource was asked for without a token',
  'resource-with-unsigned-token': 'The resource was asked for with a token whose signature was cut off',
};

export function wasTried({ probes }: OidcRecord, hows: readonly How[]): true | string {
  return probes.some(({ how }) => hows.includes(how)) || 'It was not tried.';
}

/** Attempts of these kinds that got somebody in, or something out. */
export function judgeProbes({ probes }: OidcRecord, hows: readonly How[]): readonly Fault<'accepted'>[] {
  return probes.flatMap(({ how, accepted, who, status }, index) =>
    accepted && hows.includes(how)
      ? [fault('accepted', 'a refusal', who ?? String(status), `/probes/${index}`, { how: words[how] })]
      : [],
  );
}
