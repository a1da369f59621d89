import {
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { openSession, type PoolEvent, type SignUpRequest } from './events.ts';
import { callKosmos } from './kosmos.ts';

type Event = PoolEvent<SignUpRequest, Readonly<Record<string, never>>>;

const pool = new CognitoIdentityProviderClient({});

/** Opens the proofing session once the address is confirmed, and keeps its id with the user for the callback. */
export async function handler(event: Event): Promise<Event> {
  const { triggerSource, userPoolId, userName, request } = event;
  if (triggerSource !== 'PostConfirmation_ConfirmSignUp') return event;
  // The pool may ask again: one session a person.
  if ((request.userAttributes[openSession] ?? '') !== '') return event;
  const id = await open(userPoolId, userName).catch((error: unknown) => {
    console.error('No proofing session', error);
    throw new Error('Identity proofing cannot be started at the moment');
  });
  await pool.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: userPoolId,
      Username: userName,
      UserAttributes: [{ Name: openSession, Value: id }],
    }),
  );
  return event;
}

async function open(userPoolId: string, userName: string): Promise<string> {
  const { session_id: id } = await callKosmos('/v1/verify/sessions', {
    document_types: ['drivers_license', 'passport'],
    liveness_mode: 'active',
    callback_url: `${process.env.API_GATEWAY_URL}/idv-callback`,
    metadata: { cognito_user_pool: userPoolId, cognito_username: userName },
  });
  if (typeof id !== 'string' || id === '') throw new Error('The answer names no session.');
  return id;
}
