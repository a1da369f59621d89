import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { ControlClient } from '../../../../../harness/model/double.ts';
import { createControlClient } from '../../../../core/control-client.ts';
import { mount } from '../../../../core/mount.ts';
import type { UserPoolConfig } from '../../config.ts';
import { createUserPool } from '../../double.ts';
import type { PoolApiConfig, TriggerName } from '../config.ts';
import { createPoolApi } from '../extension.ts';

export interface PoolWorld extends AsyncDisposable {
  readonly url: string;
  readonly client: CognitoIdentityProviderClient;
  readonly control: ControlClient;
}

/** Functions of one line each, by the trigger that calls them: `event` in, the changed event out. */
export type Sketches = Partial<Record<TriggerName, string>>;

export const clients: UserPoolConfig['clients'] = [
  { id: 'app', authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  { id: 'custom', authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  { id: 'open', authFlows: ['ALLOW_CUSTOM_AUTH'], hidesUsers: false },
  { id: 'secret', secret: 'of the client', authFlows: ['ALLOW_CUSTOM_AUTH'] },
  { id: 'narrow', authFlows: ['ALLOW_USER_PASSWORD_AUTH'], writeAttributes: ['email'] },
];

/** A user pool on loopback with a client of AWS's own SDK. @param folder for the functions' files */
export async function openPool(
  folder: string,
  sketches: Sketches = {},
  api: Omit<PoolApiConfig, 'triggers' | 'lambda'> = {},
  now?: () => number,
): Promise<PoolWorld> {
  await using opened = new AsyncDisposableStack();
  const functions = await Promise.all(
    Object.entries(sketches).map(async ([name, text]) => {
      const file = join(folder, `${name}-${Math.abs(hash(text))}.mjs`);
      await writeFile(file, `export const handler = async (event) => { ${text}; return event; };`);
      return [name, { runtime: 'nodejs' as const, file, handler: 'handler', timeoutMs: 60_000 }] as const;
    }),
  );
  const extension = opened.use(
    createPoolApi({
      ...api,
      lambda: { functions: Object.fromEntries(functions) },
      triggers: Object.fromEntries(Object.keys(sketches).map((name) => [name, name])),
    }),
  );
  const schema = ['custom:blockid_sub', 'custom:ial'].map((name) => ({ name }));
  const double = await createUserPool(
    { clients, schema },
    { extensions: [extension], ...(now === undefined ? {} : { now }) },
  );
  const mounted = opened.use(await mount(double));
  const client = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: mounted.url,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  opened.defer(() => client.destroy());
  const kept = opened.move();
  return {
    url: mounted.url,
    client,
    control: createControlClient(mounted.controlUrl),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

function hash(text: string): number {
  let sum = 0;
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) | 0;
  return sum;
}
