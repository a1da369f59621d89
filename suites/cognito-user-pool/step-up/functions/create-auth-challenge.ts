import { randomBytes } from 'node:crypto';
import { type CreateRequest, link, type PoolEvent } from './events.ts';
import { callKosmos } from './kosmos.ts';

type Event = PoolEvent<
  CreateRequest,
  {
    publicChallengeParameters: Readonly<Record<string, string>> | null;
    privateChallengeParameters: Readonly<Record<string, string>> | null;
    challengeMetadata: string | null;
  }
>;

interface Challenge {
  readonly id: string;
  readonly url: string;
}

/** Starts a LiveID step-up for this user; one that is still open is shown again. */
export async function handler(event: Event): Promise<Event> {
  const { userAttributes, session, userNotFound = false } = event.request;
  const challenge = userNotFound
    ? pretend()
    : await present(userAttributes[link] ?? '', session.at(-1)?.challengeMetadata ?? null);
  event.response.publicChallengeParameters = { challenge_url: challenge.url };
  event.response.privateChallengeParameters = { challenge_id: challenge.id };
  // Kept from round to round by the pool; applications do not see it.
  event.response.challengeMetadata = JSON.stringify(challenge);
  return event;
}

async function present(userId: string, metadata: string | null): Promise<Challenge> {
  if (userId === '') throw new Error('No step-up is set up for this user');
  try {
    const before = metadata === null ? undefined : (JSON.parse(metadata) as Challenge); // written below
    if (before !== undefined && (await isOpen(before))) return before;
    return await start(userId);
  } catch (error) {
    console.error('No step-up', error);
    throw new Error('Step-up is not available at the moment');
  }
}

async function isOpen({ id }: Challenge): Promise<boolean> {
  const { status } = await callKosmos(`/v1/auth/stepup/${encodeURIComponent(id)}/result`);
  return status === 'pending';
}

async function start(userId: string): Promise<Challenge> {
  const { challenge_id: id, challenge_url: url } = await callKosmos('/v1/auth/stepup', {
    user_id: userId,
    reason_code: 'high_value_transaction',
    timeout_seconds: 300,
  });
  if (typeof id !== 'string' || typeof url !== 'string') throw new Error('The answer names no challenge.');
  return { id, url };
}

function pretend(): Challenge {
  const token = () => randomBytes(32).toString('base64url');
  return {
    id: `none_${token()}`,
    url: `https://${process.env.BLOCKID_TENANT}.1kosmos.net/stepup/${token()}`,
  };
}
