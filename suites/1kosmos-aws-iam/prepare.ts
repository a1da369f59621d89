import type { AccountRecord } from '../../harness/model/aws-records.ts';
import type { Setup } from '../../harness/model/records.ts';
import { createIamClient } from '../../mocks/aws/iam/client.ts';
import type { Bench } from '../support/bench.ts';
import { enrol } from '../support/kosmos.ts';
import type { IamCase } from './cases.ts';
import type { Controls, Names } from './parties.ts';
import { account, otherProvider, people, providerOf, roleRecords, second, signInUrl } from './world.ts';

export interface Prepared {
  readonly setup: Setup;
  readonly account: AccountRecord;
}

/**
 * Brings the doubles to the case's state, in the order of the vendor's guide: metadata collected from the identity
 * provider, an IAM identity provider made of it in each account, the application set up, phones enrolled.
 */
export async function prepare(
  one: IamCase,
  controls: Controls,
  names: Names,
  bench: Bench,
): Promise<Prepared> {
  await Promise.all(Object.values(controls).map((control) => control.send('POST', '/reset')));
  for (const arrangement of one.before) await arrangement(controls);
  const metadata = await bench.fetchText(names.idpMetadata);
  const arns = [
    providerOf(account.id),
    providerOf(second.id),
    ...(one.formerProviderToo ? [otherProvider] : []),
  ];
  for (const control of [controls.signIn, controls.sts])
    for (const arn of arns) await createIamClient(control).putProvider({ arn, metadata });
  const { published } = await controls.idp.get<{ published: readonly { certificateDer: string }[] }>('/keys');
  const certificates = published.map(({ certificateDer }) => certificateDer);
  await enrol(people[one.person].email, controls, names);
  for (const arrangement of one.after) await arrangement(controls);
  return {
    setup: describeSetup(one, names, certificates),
    account: describeAccount(arns, names, certificates),
  };
}

function describeSetup(one: IamCase, names: Names, certificates: readonly string[]): Setup {
  const { email, firstName, lastName, roles } = people[one.person];
  const offered = one.offered ?? roles;
  return {
    initiatedBy: 'idp',
    idp: { entityId: names.idpEntityId, ssoUrl: `https://${names.idpHost}/saml/sso`, certificates },
    sp: { entityId: 'urn:amazon:webservices', acsUrl: signInUrl },
    user: { userName: email, email, givenName: firstName, familyName: lastName, active: true },
    attributes: [
      {
        source: 'user.email',
        name: 'https://aws.amazon.com/SAML/Attributes/RoleSessionName',
        value: email,
      },
      ...(one.agreed ?? []),
    ],
    access: [account, second].flatMap(({ id, name }) => {
      const here = offered
        .filter((arn) => arn.split(':')[4] === id)
        .map((arn) => arn.split('/').at(-1) ?? '');
      return here.length === 0 ? [] : [{ accountId: id, accountName: name, roles: here.sort() }];
    }),
    factor: 'touch-id',
  };
}

function describeAccount(
  arns: readonly string[],
  names: Names,
  certificates: readonly string[],
): AccountRecord {
  return {
    partition: 'aws',
    inUse: [providerOf(account.id), providerOf(second.id)],
    providers: arns.map((arn) => ({ arn, entityId: names.idpEntityId, certificates, privateKeys: 0 })),
    roles: roleRecords,
    // The seed: keep a direct IAM administrator as a fallback during the rollout.
    fallbackAdministrators: [account, second].map(({ id }) => ({
      arn: `arn:aws:iam::${id}:user/break-glass`,
      through: [],
    })),
  };
}
