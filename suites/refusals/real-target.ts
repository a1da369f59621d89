import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RefusalTargetConfig } from '../../harness/config/refusals-schema.ts';
import { selectText } from '../../harness/drivers/http/select.ts';
import { selectJson } from '../../harness/drivers/http/select-json.ts';
import type { UnprovedTarget } from '../../harness/flows/refusals/prove-oracle.ts';
import type { JarPort, RefusalTarget, Send } from '../../harness/flows/refusals/target.ts';
import type { AttackPerson } from '../../harness/model/attack.ts';
import { CountersignError } from '../../harness/model/error.ts';

/** A real service provider as a target of attacks, by its configuration. Without `whoami` the oracle is to be found. */
export async function describeRealTarget(
  id: string,
  config: RefusalTargetConfig,
  folder: string,
  send: Send,
): Promise<UnprovedTarget> {
  const { startUrl, logoutUrl, singleLogoutUrl, relayState, encryptionCertificateFile } = config;
  const encryptionCertificate =
    encryptionCertificateFile === undefined
      ? undefined
      : await readText(resolve(folder, encryptionCertificateFile));
  return {
    name: config.name ?? id,
    mode: 'real',
    entityId: config.entityId,
    acsUrl: config.acsUrl,
    origins: [...new Set(addressesOf(config).map((url) => new URL(url).origin))],
    idp: config.idp,
    signed: config.signed,
    nameIdFormat: config.nameIdFormat,
    self: toPerson(config.self),
    victim: toPerson(config.victim),
    can: config.unsolicitedOff ? ['unsolicited-off'] : [],
    send,
    ...(config.protectedUrl === undefined ? {} : { protectedUrl: config.protectedUrl }),
    ...(startUrl === undefined ? {} : { start: (jar: JarPort) => jar.fetch(new Request(startUrl)) }),
    ...(relayState === undefined ? {} : { relayState }),
    ...(singleLogoutUrl === undefined ? {} : { singleLogoutUrl }),
    ...(encryptionCertificate === undefined ? {} : { encryptionCertificate }),
    ...(logoutUrl === undefined
      ? {}
      : {
          logOut: async (jar: JarPort) => {
            await jar.visit(new Request(logoutUrl));
          },
        }),
    ...(config.whoami === undefined ? {} : { whoami: readWhoami(config.whoami) }),
  };
}

/** Every address that a message may be sent to. */
export function addressesOf(config: RefusalTargetConfig): readonly string[] {
  const { acsUrl, startUrl, protectedUrl, logoutUrl, singleLogoutUrl, whoami, origins } = config;
  const given = [acsUrl, startUrl, protectedUrl, logoutUrl, singleLogoutUrl, whoami?.url, ...origins];
  return given.filter((url) => url !== undefined);
}

function readWhoami({
  url,
  json,
  selector,
}: NonNullable<RefusalTargetConfig['whoami']>): RefusalTarget['whoami'] {
  return async (jar) => {
    const visit = await jar.visit(
      new Request(url, { headers: { accept: 'application/json, text/html;q=0.9' } }),
    );
    if (visit.status < 200 || visit.status >= 300 || visit.onward !== undefined) return undefined;
    const name = json === undefined ? selectText(visit.text, selector ?? '') : selectJson(visit.text, json);
    return name === '' ? undefined : name;
  };
}

function toPerson({ nameId, attributes }: RefusalTargetConfig['self']): AttackPerson {
  const lists = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
  return { nameId, attributes: Object.fromEntries(lists) };
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
