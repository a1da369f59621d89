// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';
import { people } from './people.ts';

const minute = 60_000;
const noRole = 'saml-app/role-known';

/** Who signs in, and what they may do afterwards. */
const persons: readonly Sketch[] = [
  { id: 'one-group', title: 'A person in one group has exactly its role', person: 'bob' },
  {
    id: 'several-groups',
    title: 'A person in several groups, with a name that is not ASCII, has the roles of all',
    person: 'zoe',
    signOut: true,
  },
  {
    id: 'no-group',
    title: 'A person without a group is signed in and has no role',
    person: 'carol',
    failures: [{ check: noRole, reason: 'The application is assigned to the person, who is in no group.' }],
  },
  {
    id: 'unknown-group',
    title: 'A person whose group the access file does not name is signed in and may do nothing',
    person: 'dave',
    only: 'sp',
    failures: [{ check: noRole, reason: 'Nobody gave the group anything in the access file.' }],
  },
  {
    id: 'many-groups',
    title: 'A person in sixty-one groups has the roles of all',
    person: 'frank',
    only: 'idp',
  },
  {
    id: 'not-assigned',
    title: 'A person to whom the application is not assigned is refused by the portal',
    person: 'erin',
    expected: 'refused-by-idp',
    failures: [
      { check: 'saml-app/assignment', reason: 'Nobody assigned the application to the person.' },
      {
        check: 'outcome/session-after-refusal',
        reason: 'The person is signed in to the portal itself, and only not let into the application.',
      },
    ],
  },
  {
    id: 'disabled',
    title: 'A person who is disabled in the directory is refused by the portal',
    person: 'bob',
    only: 'sp',
    after: [arrange.disabled(people.bob)],
    expected: 'refused-by-idp',
  },
  {
    id: 'role-removed',
    title: 'A role that is taken away while somebody is signed in is gone in the next session',
    person: 'zoe',
    only: 'sp',
    leaves: ['kafka-admins'],
    tests: 'sp',
  },
  {
    id: 'replay',
    title: 'A response works once: not again in this browser, in another, or after a restart',
    person: 'bob',
    only: 'sp',
    replays: ['same-browser', 'other-browser', 'after-restart'],
    tests: 'sp',
    doubleOnly: true,
  },
];

/** `Roles` becomes `roles`, and `groups` becomes `Groups`. */
function swapCase(name: string): string {
  const [first = ''] = name;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + name.slice(1);
}

const misspelt = [
  { check: 'saml-app/mapping-agreed', reason: 'The case changes the mapping of the roles.' },
  { check: 'attributes/required', reason: 'No attribute of the agreed name is sent.' },
];

/** Attribute mappings, and what the access file calls the groups. */
const mappings: readonly Sketch[] = [
  {
    id: 'mapping-missing',
    title: 'Without a mapping of the roles the person has none',
    person: 'bob',
    only: 'idp',
    after: [arrange.rolesMapped(() => undefined)],
    failures: misspelt,
  },
  {
    id: 'mapping-misspelt',
    title: 'A misspelt expression gives the person no role',
    person: 'bob',
    only: 'sp',
    after: [arrange.rolesMapped((line) => ({ ...line, value: '${user:group}' }))],
    failures: [
      ...misspelt,
      { check: 'saml-app/mapping-expression', reason: 'The expression lacks its last letter.' },
    ],
  },
  {
    id: 'mapping-other-case',
    title: 'A mapping of the roles with a capital too few or too many gives the person none',
    person: 'bob',
    // Some applications read names in any case: variables of Apache, for example, know none.
    doubleOnly: true,
    only: 'idp',
    after: [arrange.rolesMapped((line) => ({ ...line, name: swapCase(line.name) }))],
    failures: misspelt,
  },
  {
    id: 'rules-by-name',
    title: 'An access file that names groups gives the person nothing: GUIDs are sent',
    person: 'bob',
    only: 'sp',
    kpow: { rules: 'names' },
    failures: [{ check: 'saml-app/role-form', reason: 'The access file names groups by their names.' }],
  },
  {
    id: 'active-directory',
    title: 'With an Active Directory behind it the SIDs of the groups are the roles',
    person: 'zoe',
    only: 'idp',
    before: [arrange.activeDirectory],
  },
  {
    id: 'active-directory-guids',
    title: 'An access file with GUIDs gives the person nothing where SIDs are sent',
    person: 'bob',
    only: 'sp',
    before: [arrange.activeDirectory],
    kpow: { rules: 'guids' },
    failures: [
      { check: 'saml-app/role-form', reason: 'The file was written before the Active Directory came.' },
    ],
  },
  {
    id: 'subject-email',
    title: 'The subject as an e-mail address signs the same person in',
    person: 'bob',
    only: 'sp',
    before: [arrange.subjectMapped((line) => ({ ...line, value: '${user:email}', format: 'emailAddress' }))],
  },
];

/** What is typed on the page of the application. */
const configuration: readonly Sketch[] = [
  {
    id: 'acs-with-slash',
    title: 'A slash at the end of the ACS URL keeps everybody out',
    person: 'bob',
    after: [arrange.acsUrl((url) => `${url}/`)],
    only: 'idp',
    expected: 'refused-by-sp',
    failures: [{ check: 'saml-app/acs-url', reason: 'The ACS URL has a slash too many.' }],
  },
  {
    id: 'acs-other-than-asked',
    title: 'A request for another ACS URL than the console has is refused by the portal',
    person: 'bob',
    after: [arrange.acsUrl((url) => `${url}/`)],
    only: 'sp',
    expected: 'refused-by-idp',
    failures: [
      { check: 'saml-app/acs-url', reason: 'The ACS URL has a slash too many.' },
      { check: 'request/acs', reason: 'The application asks for its own address.' },
    ],
  },
  {
    id: 'acs-of-other-host',
    title: 'An ACS URL on another host keeps everybody out',
    person: 'bob',
    after: [arrange.acsUrl((url) => url.replace('//', '//old-'))],
    only: 'idp',
    expected: 'refused-by-sp',
    doubleOnly: true,
    failures: [{ check: 'saml-app/acs-url', reason: 'The ACS URL is that of the old instance.' }],
  },
  {
    id: 'audience-of-other',
    title: 'Another audience than the application expects keeps everybody out',
    person: 'bob',
    after: [arrange.configured({ audience: 'https://grafana.example.com/saml/metadata' })],
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      { check: 'saml-app/audience', reason: 'The audience is that of another application.' },
      { check: 'request/issuer', reason: 'The application names itself in its requests.', only: 'sp' },
    ],
  },
  {
    id: 'start-url',
    title: 'With a start URL the tile leads to the application, which asks for the sign-in',
    person: 'bob',
    after: [arrange.startUrl((origin) => `${origin}/`)],
    only: 'idp',
    tileSignsIn: false,
  },
  {
    id: 'start-url-is-acs',
    title: 'A start URL that takes assertions leads to an error',
    person: 'bob',
    after: [arrange.startUrl((origin) => `${origin}/saml`)],
    only: 'idp',
    expected: 'refused-by-sp',
    tileSignsIn: false,
    answered: false,
    doubleOnly: true,
    failures: [{ check: 'saml-app/start-url', reason: 'The start URL is the ACS URL.' }],
  },
  {
    id: 'portal-only',
    title: 'Where logins only begin in the portal, one that begins at the application is refused there',
    person: 'bob',
    after: [arrange.configured({ spInitiated: false })],
    only: 'sp',
    expected: 'refused-by-idp',
  },
  {
    id: 'relay-state',
    title: 'The relay state leads to the page of the application that it names',
    person: 'bob',
    after: [arrange.configured({ relayState: '/app/topics' })],
    only: 'idp',
    doubleOnly: true,
  },
  {
    id: 'relay-state-elsewhere',
    title: 'A relay state on another site does not lead there',
    person: 'bob',
    after: [arrange.configured({ relayState: 'https://wiki.example.com/kafka' })],
    only: 'idp',
    tests: 'sp',
    // Some applications refuse such a login as a whole, which is safe as well.
    doubleOnly: true,
    failures: [{ check: 'saml-app/relay-state', reason: 'The relay state is an address of another site.' }],
  },
  {
    id: 'short-session',
    title: 'A session duration of fifteen minutes ends the session of the application too',
    person: 'bob',
    only: 'sp',
    after: [arrange.configured({ sessionMs: 15 * minute })],
  },
  {
    id: 'long-session-of-application',
    title: 'An application set to a day of session keeps to the hour that the portal allows',
    person: 'bob',
    only: 'idp',
    kpow: { environment: { SAML_SESSION_S: '86400' } },
    tests: 'sp',
  },
];

const staleKey = [
  { check: 'signature/key', reason: 'The response is signed by a key that the application was not given.' },
  { check: 'setup/certificate', reason: 'The application has another certificate than the metadata.' },
];

/** What the application was started with. */
const start: readonly Sketch[] = [
  {
    id: 'certificate-rotated',
    title: 'A rotated certificate that nobody gave to the application keeps everybody out',
    person: 'bob',
    after: [arrange.rotated],
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: staleKey,
  },
  {
    id: 'certificate-renewed',
    title: 'After a rotation, the new metadata file signs people in',
    person: 'bob',
    only: 'idp',
    before: [arrange.rotated],
  },
  {
    id: 'certificate-of-other',
    title: 'SAML_CERT of another application keeps everybody out',
    person: 'bob',
    only: 'sp',
    kpow: { certificate: 'of-other-application' },
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: staleKey,
  },
  {
    id: 'relying-party-by-name',
    title: 'The display name as relying party, as the guide has it, signs people in',
    person: 'bob',
    only: 'sp',
    kpow: { environment: { SAML_RELYING_PARTY_IDENTIFIER: 'Kpow-UAT-1' } },
    failures: [
      { check: 'request/issuer', reason: 'The guide gives the requests another name than the audience.' },
    ],
  },
];

export const sketches: readonly Sketch[] = [...persons, ...mappings, ...configuration, ...start];
