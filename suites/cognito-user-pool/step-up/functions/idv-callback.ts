import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { assurance, link, openSession } from './events.ts';

/** What this function uses of an event of API Gateway (HTTP API, payload format 2.0). */
interface HttpEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Said {
  readonly session_id?: unknown;
  readonly status?: unknown;
  readonly user_id?: unknown;
  readonly ial?: unknown;
  readonly metadata?: { readonly cognito_user_pool?: unknown; readonly cognito_username?: unknown };
}

const pool = new CognitoIdentityProviderClient({});
const freshSeconds = 300;

/** Takes the result of a proofing: signed by 1Kosmos, about the session that this user has open, and once. */
export async function handler({ headers, body = '' }: HttpEvent): Promise<{ statusCode: number }> {
  if (!isSigned(headers['x-1kosmos-signature'] ?? '', body)) return { statusCode: 401 };
  const said = JSON.parse(body) as Said; // signed, and each part is looked at before it is used
  const userName = said.metadata?.cognito_username;
  if (typeof userName !== 'string' || said.metadata?.cognito_user_pool !== process.env.USER_POOL_ID)
    return { statusCode: 400 };
  const whose = { UserPoolId: process.env.USER_POOL_ID, Username: userName };
  const { UserAttributes = [] } = await pool.send(new AdminGetUserCommand(whose));
  const open = UserAttributes.find(({ Name }) => Name === openSession)?.Value ?? '';
  if (open === '' || open !== said.session_id) return { statusCode: 409 };
  const isVerified = said.status === 'verified' && typeof said.user_id === 'string' && Number(said.ial) >= 2;
  await pool.send(
    new AdminUpdateUserAttributesCommand({
      ...whose,
      UserAttributes: [
        { Name: openSession, Value: '' },
        ...(isVerified
          ? [
              { Name: link, Value: String(said.user_id) },
              { Name: assurance, Value: String(said.ial) },
            ]
          : []),
      ],
    }),
  );
  return { statusCode: 204 };
}

/** `t=<seconds>,v1=<HMAC-SHA256 over "t.body">`, not older than five minutes. */
function isSigned(signature: string, body: string): boolean {
  const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  const right = createHmac('sha256', process.env.CALLBACK_SECRET ?? '')
    .update(`${t}.${body}`)
    .digest();
  const isRecent = Math.abs(Date.now() / 1000 - Number(t)) <= freshSeconds;
  return isRecent && v1 !== '' && timingSafeEqual(Buffer.from(v1, 'hex'), right);
}
