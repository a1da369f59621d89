import {
  type ApplicationHome,
  applicationOf,
  type SamlApplication,
} from '../../aws/mapping-expressions-records.ts';
import type { Mutation } from '../../model/mutation.ts';
import type { PortalRecord } from '../../model/records.ts';
import { mutations } from '../../mutations/index.ts';
import { setContent } from '../../mutations/kit/edit.ts';
import { onApplication } from '../../mutations/saml-app/_change.ts';
import { groups, rolesAttribute } from '../../mutations/saml-app/_genuine.ts';
import { changed } from '../check-tester.ts';

/** A mutation of the family by its name. */
export function broken(name: string): Mutation {
  const found = mutations.find(({ id }) => id === `saml-app/${name}`);
  if (found === undefined) throw new Error(`There is no mutation "saml-app/${name}".`);
  return found;
}

/** The genuine login with its application set up otherwise. */
export const application = (change: (one: SamlApplication) => Partial<SamlApplication>) =>
  changed(onApplication((one) => ({ ...one, ...change(one) })));

/** The same for what the application itself was given. */
export const own = (change: Partial<SamlApplication['own']>) =>
  application((one) => ({ own: { ...one.own, ...change } }));

export const roles = groups.map(({ sent }) => sent);

/** The genuine login with these values of the roles, signed again. */
export const sending = (...values: readonly string[]) =>
  changed({
    on: 'response',
    apply: (xml) =>
      setContent(
        xml,
        `Attribute[Name=${rolesAttribute}]`,
        values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join(''),
      ),
  });

export const home = (change: (one: ApplicationHome) => ApplicationHome) =>
  changed({ on: 'portal', apply: (record: PortalRecord) => change(record) });

export const unknownApplication = {
  name: 'nothing is known of the application',
  given: changed({
    on: 'setup',
    apply: (record) => {
      const { application: _, ...others } = record as typeof record & { application?: unknown };
      if (applicationOf(record) === undefined) throw new Error('The genuine login has no application.');
      return others;
    },
  }),
};
