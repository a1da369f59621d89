const region = 'us-east-1';
const poolId = `${region}_StepUp123`;
const tenant = 'acme-verify';

export const names = {
  region,
  poolId,
  tenant,
  kosmosHost: `${tenant}.1kosmos.net`,
  kosmosOrigin: `https://${tenant}.1kosmos.net`,
  poolApi: `https://cognito-idp.${region}.amazonaws.com/`,
  issuer: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
  domain: 'acme-verify.auth.us-east-1.amazoncognito.com',
  apiOrigin: 'https://api.acme.example',
  callbackUrl: 'https://api.acme.example/idv-callback',
  resource: 'https://api.acme.example/transfers',
  /** App client of everyday sign-ins, and that of step-ups, which allows nothing but CUSTOM_AUTH. */
  everydayClient: 'everyday0client',
  stepUpClient: 'stepup0client',
} as const;

/** Keys of doubles that live as long as a run. */
export const secrets = {
  apiKey: 'api-key-of-the-verification-double',
  callbackSecret: 'callback-secret-of-the-verification-double',
} as const;

/** What every function of the samples finds in its environment. */
export const environment = {
  BLOCKID_TENANT: tenant,
  BLOCKID_API_KEY: secrets.apiKey,
  API_GATEWAY_URL: names.apiOrigin,
  STEP_UP_CLIENT_ID: names.stepUpClient,
  USER_POOL_ID: poolId,
  CALLBACK_SECRET: secrets.callbackSecret,
  // The samples give up on a slow service well before the pool gives up on them.
  CALL_LIMIT_MS: '2500',
} as const;
