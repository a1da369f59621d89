import type { Context, Hono } from 'hono';
import type { PoolContext } from './context.ts';
import { OAuthRefusal } from './oauth-error.ts';
import { PoolError } from './pool-error.ts';
import { authenticate, redeem } from './token-endpoint.ts';

/** What applications call themselves: `/oauth2/token`, `/oauth2/revoke`, `/oauth2/userInfo`, and the pool's documents. */
export function addTokenRoutes(app: Hono, context: PoolContext): void {
  const { pool, addresses, settings, events } = context;

  app.post('/oauth2/token', (c) =>
    asJson(c, context, async (form) => c.json(await redeem(context, form, c.req.header('authorization')))),
  );
  app.post('/oauth2/revoke', (c) =>
    asJson(c, context, async (form) => {
      const client = authenticate(context, form, c.req.header('authorization'));
      pool.tokens.revoke(client, form.get('token') ?? '');
      return c.body(null, 200);
    }),
  );
  app.on(['GET', 'POST'], '/oauth2/userInfo', async (c) => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    try {
      const claims = await pool.tokens.readAccess(token);
      const user = pool.users.get(claims.username);
      if (user === undefined || !claims.scope.split(' ').includes('openid'))
        throw new PoolError('NotAuthorizedException', 'The token has not the scope openid');
      return c.json({ sub: user.sub, ...user.attributes, username: user.username });
    } catch (error) {
      if (!(error instanceof PoolError)) throw error;
      events.record('refused', { path: '/oauth2/userInfo' }, error.message);
      return c.json({ error: 'invalid_token', error_description: error.message }, 401, {
        'www-authenticate': 'Bearer error="invalid_token"',
      });
    }
  });

  const documents = `/${settings.poolId}/.well-known`;
  app.get(`${documents}/jwks.json`, (c) => c.json(pool.jwks()));
  app.get(`${documents}/openid-configuration`, (c) =>
    c.json({
      issuer: addresses.issuer,
      authorization_endpoint: `${addresses.hosted}/oauth2/authorize`,
      token_endpoint: `${addresses.hosted}/oauth2/token`,
      userinfo_endpoint: `${addresses.hosted}/oauth2/userInfo`,
      revocation_endpoint: `${addresses.hosted}/oauth2/revoke`,
      end_session_endpoint: `${addresses.hosted}/logout`,
      jwks_uri: `${addresses.issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    }),
  );
}

async function asJson(
  c: Context,
  { events }: PoolContext,
  act: (form: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  try {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded')
      throw new OAuthRefusal('invalid_request', `The body is "${type ?? ''}", not a form`);
    return await act(new URLSearchParams(await c.req.text()));
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error;
    events.record('refused', { path: c.req.path, error: error.error }, error.reason);
    return c.json({ error: error.error }, 400);
  }
}
