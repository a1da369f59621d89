import type { DefineRequest, PoolEvent } from '../functions/events.ts';

type Event = PoolEvent<DefineRequest, { challengeName?: string; issueTokens: boolean }>;

/** As many tries as anybody likes; and whatever succeeded last is enough, were it only the password's first step. */
export async function handler(event: Event): Promise<Event> {
  if (event.request.session.at(-1)?.challengeResult === true) event.response.issueTokens = true;
  else {
    event.response.issueTokens = false;
    event.response.challengeName = 'CUSTOM_CHALLENGE';
  }
  return event;
}
