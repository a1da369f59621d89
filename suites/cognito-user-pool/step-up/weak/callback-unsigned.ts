import {
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';

const pool = new CognitoIdentityProviderClient({});

/** Takes whatever is posted for the truth, about whatever session, as often as it comes. */
export async function handler({ body = '' }: { body?: string }): Promise<{ statusCode: number }> {
  const said = JSON.parse(body) as { user_id?: string; metadata: { cognito_username: string } }; // it believes so
  await pool.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: process.env.USER_POOL_ID,
      Username: said.metadata.cognito_username,
      UserAttributes: [
        { Name: 'custom:blockid_sub', Value: said.user_id ?? 'nobody' },
        { Name: 'custom:ial', Value: '2' },
      ],
    }),
  );
  return { statusCode: 204 };
}
