import { createClock } from '../../core/clock.ts';
import { createControlClient } from '../../core/control-client.ts';
import { createIds } from '../../core/ids.ts';
import { createIdpKeys } from '../../idp/main-config.ts';
import type { IdpKeys } from '../../idp/state.ts';
import { enrolPhone as enrolAnyPhone, openBrowser as openAnyBrowser } from '../../idp/test-world.ts';
import { createIdemeumClient } from '../client.ts';
import type { IdemeumConfigInput } from '../config.ts';
import { createIdemeum } from '../double.ts';

/** For tests: the tenant under a fixed clock; browser and phones are those of `mocks/idp`. */

export const origin = 'https://acme.idemeum.com';
export const start = Date.UTC(2026, 0, 15, 12);
export const aws = 'amazon-web-services';
export const people = [
  { id: 'alice', email: 'alice.wong@example.com', firstName: 'Alice', lastName: 'Wong' },
  { id: 'bob', email: 'bob.okafor@example.com', firstName: 'Bob', lastName: 'Okafor' },
];

export const entityId = 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890';
export const acsUrl =
  'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10';

/** Metadata as Identity Center lets an administrator download it; `change` edits the text. */
export function awsMetadata(change: (xml: string) => string = (xml) => xml): string {
  return change(
    `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat><md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${acsUrl}" index="0" isDefault="true"/></md:SPSSODescriptor></md:EntityDescriptor>`,
  );
}

/** RSA keys take a while: one pair serves a whole test file. */
export function makeKeys(): Promise<IdpKeys> {
  return createIdpKeys(start);
}

export function makeTenant(keys: IdpKeys, config: IdemeumConfigInput = {}) {
  const clock = createClock(() => start);
  const double = createIdemeum({ people, ...config }, { clock, ids: createIds(), keys });
  const control = createControlClient(double.control);
  const client = createIdemeumClient(control);
  return {
    double,
    clock,
    control,
    client,
    openBrowser: () => openAnyBrowser({ ...double, fetch: (request) => double.fetch(atHome(request)) }),
    enrol: (email: string) =>
      enrolAnyPhone(
        { idp: { ...double, fetch: (request) => double.fetch(atHome(request)) }, client: client.login },
        email,
      ),
    /** Adds AWS, loads its metadata and saves it. */
    addAws: async (people: readonly string[], groups: readonly string[] = []) => {
      await client.addApplication(aws);
      await client.saveSaml(aws, awsMetadata());
      await client.entitle(aws, { people: [...people], groups: [...groups] });
    },
  };
}

/** The helpers of `mocks/idp` speak to its own host. */
function atHome(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(origin + pathname + search, request);
}
