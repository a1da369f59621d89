import { type DefineRequest, link, type PoolEvent } from './events.ts';

type Event = PoolEvent<
  DefineRequest,
  { challengeName?: string | null; issueTokens: boolean | null; failAuthentication: boolean | null }
>;

const mostAnswers = 3;

/** Asks for a LiveID, at most three times; tokens only after one that was verified. */
export async function handler(event: Event): Promise<Event> {
  const { session, userAttributes, userNotFound = false } = event.request;
  const last = session.at(-1);
  const isVerified = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult;
  // Somebody unknown is asked like everybody else, so that nobody learns who is known.
  const isLinked = userNotFound || (userAttributes[link] ?? '') !== '';
  const isOver = session.filter(({ challengeResult }) => !challengeResult).length >= mostAnswers;
  event.response.issueTokens = isVerified && isLinked && !userNotFound;
  event.response.failAuthentication = !event.response.issueTokens && (isVerified || !isLinked || isOver);
  if (!event.response.issueTokens && !event.response.failAuthentication)
    event.response.challengeName = 'CUSTOM_CHALLENGE';
  return event;
}
