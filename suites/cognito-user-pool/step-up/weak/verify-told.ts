import type { PoolEvent, VerifyRequest } from '../functions/events.ts';

type Event = PoolEvent<VerifyRequest, { answerCorrect: boolean }>;

/** Believes the application. */
export async function handler(event: Event): Promise<Event> {
  event.response.answerCorrect = event.request.challengeAnswer === 'ready';
  return event;
}
