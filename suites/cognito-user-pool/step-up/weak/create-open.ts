import { type CreateRequest, link, type PoolEvent } from '../functions/events.ts';
import { callKosmos } from '../functions/kosmos.ts';

type Event = PoolEvent<
  CreateRequest,
  {
    publicChallengeParameters: Readonly<Record<string, string>>;
    privateChallengeParameters: Readonly<Record<string, string>>;
  }
>;

/** Shows the application what only the functions may know. */
export async function handler(event: Event): Promise<Event> {
  const { challenge_id: id, challenge_url: url } = await callKosmos('/v1/auth/stepup', {
    user_id: event.request.userAttributes[link],
    reason_code: 'high_value_transaction',
    timeout_seconds: 300,
  });
  event.response.publicChallengeParameters = { challenge_id: String(id), challenge_url: String(url) };
  event.response.privateChallengeParameters = { challenge_id: String(id) };
  return event;
}
