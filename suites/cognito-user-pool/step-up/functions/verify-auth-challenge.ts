import { link, type PoolEvent, type VerifyRequest } from './events.ts';
import { callKosmos } from './kosmos.ts';

type Event = PoolEvent<VerifyRequest, { answerCorrect: boolean | null }>;

/** Asks 1Kosmos what became of this sign-in's own challenge. The answer of the application is not looked at. */
export async function handler(event: Event): Promise<Event> {
  const { privateChallengeParameters, userAttributes, userNotFound = false } = event.request;
  const id = privateChallengeParameters.challenge_id ?? '';
  const userId = userAttributes[link] ?? '';
  event.response.answerCorrect =
    !userNotFound && id !== '' && userId !== '' && (await isVerified(id, userId));
  return event;
}

async function isVerified(id: string, userId: string): Promise<boolean> {
  try {
    const result = await callKosmos(`/v1/auth/stepup/${encodeURIComponent(id)}/result`);
    return (
      result.challenge_id === id &&
      result.user_id === userId &&
      result.status === 'completed' &&
      result.match_result === true &&
      result.liveness_verified === true
    );
  } catch (error) {
    // No result is no proof.
    console.error('No result', error);
    return false;
  }
}
