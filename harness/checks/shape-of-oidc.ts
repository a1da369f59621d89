import { z } from 'zod';

const document = z.looseObject({
  url: z.string(),
  status: z.number(),
  contentType: z.string(),
  body: z.string(),
});
const claims = z.record(z.string(), z.unknown());
const texts = z.record(z.string(), z.string());
const token = z.looseObject({
  header: claims,
  claims,
  signature: z.enum(['verified', 'not-verified', 'none']),
  accessTokenHash: z.string().optional(),
});
const round = z.looseObject({
  authorizeUrl: z.string().optional(),
  callback: texts.optional(),
  callbackUrl: z.string().optional(),
  tokenCall: z
    .looseObject({
      url: z.string(),
      method: z.string(),
      fields: z.array(z.string()),
      clientAuthentication: z.enum(['none', 'client_secret_post', 'client_secret_basic']),
      status: z.number(),
      contentType: z.string(),
      answered: z.array(z.string()),
      verifierFits: z.boolean().optional(),
    })
    .optional(),
  idToken: token.optional(),
  accessToken: token.optional(),
  userinfo: z.looseObject({ status: z.number(), claims }).optional(),
});

/** What the checks rely on in the record "oidc". */
export const oidcShape = z.looseObject({
  issuer: z.string(),
  provider: z.looseObject({
    name: z.string(),
    clientId: z.string(),
    scopes: z.string(),
    mapping: texts,
    discovery: document.optional(),
    jwks: document.optional(),
  }),
  pool: z.looseObject({
    poolId: z.string(),
    region: z.string(),
    issuer: z.string(),
    hostedUi: z.string(),
    schema: z.array(
      z.looseObject({
        name: z.string(),
        mutable: z.boolean(),
        required: z.boolean(),
        maxLength: z.number(),
      }),
    ),
    configuration: document.optional(),
    jwks: document.optional(),
  }),
  client: z.looseObject({
    id: z.string(),
    callbackUrls: z.array(z.string()),
    flows: z.array(z.string()),
    scopes: z.array(z.string()),
    hasSecret: z.boolean(),
    writeAttributes: z.array(z.string()).optional(),
  }),
  assurance: z.looseObject({
    scope: z.string(),
    claim: z.string(),
    attribute: z.string(),
    minimum: z.number(),
  }),
  federation: round.optional(),
  application: round.optional(),
  user: z
    .looseObject({
      username: z.string(),
      status: z.string(),
      attributes: texts,
      before: texts.optional(),
    })
    .optional(),
  resource: z.looseObject({ url: z.string(), status: z.number() }).optional(),
  probes: z.array(
    z.looseObject({
      how: z.string(),
      accepted: z.boolean(),
      status: z.number(),
      who: z.string().optional(),
    }),
  ),
});
