import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { IdpRefusalTargetConfig } from '../../harness/config/idp-refusals-schema.ts';
import type { IdpTarget } from '../../harness/flows/refusals/idp/idp-target.ts';
import type { Send } from '../../harness/flows/refusals/target.ts';
import type { AttackPerson } from '../../harness/model/attack.ts';
import { CountersignError } from '../../harness/model/error.ts';
import type { SigningPair } from '../../harness/saml/mutation-context.ts';
import { isFormLogin, logInByForm } from './form-login.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A real identity provider as a target of attacks, by its configuration.
 * @throws CountersignError `config` for a password that is not there, `file` for a key that cannot be read
 */
export async function describeRealIdp(
  id: string,
  config: IdpRefusalTargetConfig,
  { folder, send, env }: { readonly folder: string; readonly send: Send; readonly env: Environment },
): Promise<IdpTarget> {
  const { sp, otherSp, login } = config;
  const key = await readKey(config, folder);
  const passwords = new Map(
    [config.self, config.victim].map((one) => [one.nameId, readPassword(id, one.passwordEnv, env)]),
  );
  const userNames = new Map(
    [config.self, config.victim].map(({ nameId, userName = nameId }) => [nameId, userName]),
  );
  return {
    name: config.name ?? id,
    mode: 'real',
    entityId: config.entityId,
    ssoUrl: config.ssoUrl,
    origins: [...new Set(addressesOfIdp(config).map((url) => new URL(url).origin))],
    sp: {
      entityId: sp.entityId,
      acsUrl: sp.acsUrl,
      nameIdFormat: sp.nameIdFormat,
      ...(key === undefined ? {} : { key }),
    },
    ...(otherSp === undefined ? {} : { otherSp }),
    self: toPerson(config.self.nameId),
    victim: toPerson(config.victim.nameId),
    isLoginPage: (visit) => isFormLogin(visit, login),
    confirm: async (browser, page, { nameId }) => {
      const credentials = {
        userName: userNames.get(nameId) ?? nameId,
        password: passwords.get(nameId) ?? '',
      };
      return { visit: await logInByForm(browser, page, login, credentials), repeated: [] };
    },
    can: [],
    send,
  };
}

/** Every address that a message may be sent to. The service provider's is not one: nothing is delivered there. */
export function addressesOfIdp({ ssoUrl, origins }: IdpRefusalTargetConfig): readonly string[] {
  return [ssoUrl, ...origins];
}

function toPerson(nameId: string): AttackPerson {
  return { nameId, attributes: {} };
}

function readPassword(id: string, name: string, env: Environment): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new CountersignError(
    'config',
    `The environment variable "${name}", which "${id}" names under "idpRefusals", is not set.`,
    'Set it to the password of the account that was made for these tests.',
  );
}

async function readKey({ sp }: IdpRefusalTargetConfig, folder: string): Promise<SigningPair | undefined> {
  const { keyFile, certificateFile } = sp;
  if (keyFile === undefined || certificateFile === undefined) return undefined;
  const [privateKeyPem, certificate] = await Promise.all(
    [keyFile, certificateFile].map((file) => readText(resolve(folder, file))),
  );
  if (privateKeyPem === undefined || certificate === undefined) return undefined;
  return { privateKeyPem, certificateDer: certificate.replace(/-----[^-]+-----|\s/g, '') };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CountersignError(
      'file',
      `"${path}" cannot be read: ${(error as Error).message}.`, // only the file system throws here
      'Name a file that this user can read.',
      { cause: error },
    );
  }
}
