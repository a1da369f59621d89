import { expect, test } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import { elementText, setAttribute } from '../../mutations/kit/edit.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import idpChanged from '../../mutations/metadata/idp-changed-after-signing.ts';
import spChanged from '../../mutations/metadata/sp-changed-after-signing.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { type SignOptions, signElement } from '../../saml/sign.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';
import idpSignature from './idp-signature.ts';
import spSignature from './sp-signature.ts';

const keys = await makeSelftestKeys(testNow);
const { stranger } = keys;

const signed = (xml: string, options: Partial<SignOptions> = {}) =>
  signElement(setAttribute(xml, 'EntityDescriptor', 'ID', '_signed'), '_signed', { ...stranger, ...options });
const group = (content: string) =>
  `<md:EntitiesDescriptor xmlns:md="${NS.md}" ID="_all">${content}</md:EntitiesDescriptor>`;

for (const [check, on, mutation] of [
  [idpSignature, 'idp-metadata', idpChanged],
  [spSignature, 'sp-metadata', spChanged],
] as const) {
  const metadata = (apply: (xml: string) => string) => changed({ on, apply });
  checkTester(check, {
    passes: [
      { name: 'a federation signed it with a key of its own', given: metadata((xml) => signed(xml)) },
      {
        name: 'the signature is by RSA with SHA-512',
        given: metadata((xml) =>
          signed(xml, { signatureAlgorithm: ALG.rsaSha512, digestAlgorithm: ALG.sha512 }),
        ),
      },
      {
        name: 'it is one of several entities of a signed document',
        given: metadata((xml) => signElement(group(elementText(xml, 'EntityDescriptor')), '_all', stranger)),
      },
      {
        name: 'the signed document ends with line ends and a comment',
        given: metadata((xml) => `${signed(xml)}\r\n<!-- exported -->\r\n`),
      },
    ],
    fails: [
      { given: mutation, message: 'changed', where: { artifact: on } },
      {
        name: 'the SignatureValue is another one',
        given: metadata((xml) =>
          signed(xml).replace(
            /(<ds:SignatureValue>)(.)/,
            (_all, tag, first) => tag + (first === 'A' ? 'B' : 'A'),
          ),
        ),
        message: 'value',
      },
      {
        name: 'the Reference is to another element',
        given: metadata((xml) => signed(xml).replace('URI="#_signed"', 'URI="#_other"')),
        message: 'form',
      },
      {
        name: 'the entity gets another name after signing',
        given: metadata((xml) =>
          setAttribute(signed(xml), 'EntityDescriptor', 'entityID', 'https://evil.example/saml'),
        ),
        message: 'changed',
      },
    ],
    notApplicable: [genuine],
  });
}

test('a signature that names no key has to be verified by a person who has it', () => {
  const login = makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys });
  const evidence = changed({ on: 'idp-metadata', apply: (xml) => signed(xml, { omitKeyInfo: true }) })(login);
  const run = runCheck(idpSignature, readArtifacts(evidence), { now: testNow, skewMs: 0 });
  expect(run).toEqual({ outcome: 'manual', reason: expect.stringContaining('names no certificate') });
});
