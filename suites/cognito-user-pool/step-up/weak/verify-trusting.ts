import type { PoolEvent, VerifyRequest } from '../functions/events.ts';
import { callKosmos } from '../functions/kosmos.ts';

type Event = PoolEvent<VerifyRequest, { answerCorrect: boolean }>;

/** Asks for the challenge that the application names, whoever's it is. */
export async function handler(event: Event): Promise<Event> {
  const id = encodeURIComponent(event.request.challengeAnswer);
  const result = await callKosmos(`/v1/auth/stepup/${id}/result`);
  event.response.answerCorrect = result.match_result === true && result.liveness_verified === true;
  return event;
}
