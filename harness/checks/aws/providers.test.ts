import { removeElement, replaceElement } from '../../mutations/kit/edit.ts';
import type { GenuineLogin } from '../../mutations/kit/genuine.ts';
import { iamNames } from '../../mutations/kit/genuine-iam-facts.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import { account, broken, noAssertion, noAttributes, provider, response } from './_login.test-helper.ts';
import encryption from './encryption.ts';
import encryptionRecipient from './encryption-recipient.ts';
import fallbackAdministrator from './fallback-administrator.ts';
import providerAlike from './provider-alike.ts';
import providerCertificate from './provider-certificate.ts';
import providerExists from './provider-exists.ts';
import providerExpiry from './provider-expiry.ts';
import providerIssuer from './provider-issuer.ts';
import providerPrivateKeys from './provider-private-keys.ts';

const asHeld = { name: 'it is as the account holds it', given: genuine };
const notInUse = {
  name: 'nobody knows which is in use',
  given: account((record) => ({ ...record, inUse: [] })),
};
const gone = {
  name: 'the provider is not there, which another check tells',
  given: broken('provider-not-created'),
};
const until = (ms: number) =>
  provider((one) => ({ ...one, validUntil: new Date(testNow + ms).toISOString() }));
const day = 86_400_000;
const keys = (encryptionMode: 'Required' | 'Allowed', privateKeys: number) =>
  provider((one) => ({ ...one, encryptionMode, privateKeys }));
const encrypted = response((xml) => replaceElement(xml, 'Assertion', () => '<saml:EncryptedAssertion/>'));

checkTester(providerExists, {
  passes: [asHeld],
  fails: [
    {
      given: broken('provider-not-created'),
      message: 'absent',
      where: { artifact: 'account', path: '/inUse/0' },
    },
    {
      name: 'its name has another case',
      given: provider((one) => ({ ...one, arn: one.arn.toLowerCase() })),
      message: 'absent',
    },
  ],
  notApplicable: [notInUse],
});
checkTester(providerIssuer, {
  passes: [asHeld],
  fails: [
    { given: broken('provider-of-other-issuer'), message: 'other', where: { path: '/providers/0/entityId' } },
  ],
  notApplicable: [
    noAssertion,
    gone,
    { name: 'its entity ID is not known', given: provider(({ entityId: _, ...one }) => one) },
    noAttributes,
  ],
});
checkTester(providerCertificate, {
  passes: [
    {
      name: 'it has an older certificate as well',
      given: changed({
        on: 'account',
        apply: (record, { strangerCertificate }) => ({
          ...record,
          providers: record.providers.map((one) => ({
            ...one,
            certificates: [strangerCertificate, ...one.certificates],
          })),
        }),
      }),
    },
  ],
  fails: [
    { given: broken('provider-with-old-certificate'), message: 'missing' },
    { given: broken('metadata-key-tiny'), message: 'missing' },
    { name: 'it has none', given: provider((one) => ({ ...one, certificates: [] })), message: 'missing' },
  ],
  notApplicable: [
    gone,
    {
      name: 'the metadata has no key',
      given: changed({ on: 'idp-metadata', apply: (xml) => removeElement(xml, 'KeyDescriptor') }),
    },
  ],
});
checkTester(providerExpiry, {
  passes: [{ name: 'a month and a day are left', given: until(31 * day) }],
  fails: [
    { given: broken('provider-expired'), message: 'over' },
    { given: broken('provider-expires-soon'), message: 'soon' },
    { name: 'a month is left', given: until(30 * day), message: 'soon' },
  ],
  notApplicable: [
    gone,
    { name: 'the date is not known', given: provider(({ validUntil: _, ...one }) => one) },
  ],
});
checkTester(providerAlike, {
  passes: [
    asHeld,
    {
      name: 'another account has the same',
      given: account((record) => ({
        ...record,
        providers: record.providers.flatMap((one) => [
          one,
          { ...one, arn: one.arn.replace(iamNames.accountId, '444455556666') },
        ]),
      })),
    },
    {
      name: 'a provider of somebody else is there',
      given: account((record) => ({
        ...record,
        providers: record.providers.flatMap((one) => [
          one,
          { ...one, arn: `${one.arn}-2`, entityId: 'urn:other' },
        ]),
      })),
    },
  ],
  fails: [
    { given: broken('provider-left-over'), message: 'alike' },
    { given: broken('provider-after-cutover'), message: 'alike' },
  ],
  notApplicable: [gone],
});
checkTester(providerPrivateKeys, {
  passes: [
    { name: 'there is one', given: keys('Required', 1) },
    { name: 'there are two', given: keys('Allowed', 2) },
  ],
  fails: [
    { given: broken('provider-without-private-key'), message: 'none' },
    { name: 'there are three', given: keys('Allowed', 3), message: 'many' },
  ],
  notApplicable: [{ name: 'there is no encryption', given: genuine }],
});
checkTester(encryption, {
  passes: [asHeld, { name: 'plain assertions are allowed', given: keys('Allowed', 1) }],
  fails: [
    { given: broken('encryption-required'), message: 'plain' },
    { name: 'the assertion is encrypted for nobody', given: encrypted, message: 'encrypted' },
  ],
  notApplicable: [noAssertion, gone],
});
const postedTo = (url: string) => ({
  name: `responses go to ${url}`,
  given: (login: GenuineLogin) => {
    const required = changed({
      on: 'account',
      apply: (record) => ({
        ...record,
        providers: record.providers.map((one) => ({
          ...one,
          encryptionMode: 'Required' as const,
          privateKeys: 1,
        })),
      }),
    })(login);
    const delivery = required.artifacts['response-delivery'];
    if (delivery?.state !== 'seen') return required;
    const raw = JSON.stringify({ ...JSON.parse(delivery.raw), url });
    return { ...required, artifacts: { ...required.artifacts, 'response-delivery': { ...delivery, raw } } };
  },
});
checkTester(encryptionRecipient, {
  passes: [postedTo('https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPABCDEFGHIJKLMNOPQR')],
  fails: [
    { given: broken('encryption-required'), message: 'other' },
    {
      ...postedTo('https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPZZZZZZZZZZZZZZZZZZ'),
      message: 'other',
    },
  ],
  notApplicable: [asHeld],
});
checkTester(fallbackAdministrator, {
  passes: [
    asHeld,
    {
      name: 'they come in through another provider',
      given: account((record) => ({
        ...record,
        fallbackAdministrators: [
          { arn: 'arn:aws:iam::111122223333:role/A', through: [`${iamNames.providerArn}-other`] },
        ],
      })),
    },
  ],
  fails: [
    { given: broken('no-fallback-administrator'), message: 'none' },
    { given: broken('fallback-through-provider'), message: 'dependent' },
  ],
  notApplicable: [
    { name: 'nobody looked', given: account(({ fallbackAdministrators: _, ...record }) => record) },
  ],
});
