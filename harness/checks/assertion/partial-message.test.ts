import { expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import { textArtifact, withArtifacts } from '../../mutations/kit/artifact.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import { decodePostParameter } from '../../saml/decode.ts';
import { parseXml } from '../../saml/parse.ts';
import { descendants } from '../../saml/tree.ts';
import { testNow } from '../check-tester.ts';
import { checks } from '../index.ts';
import { readArtifacts } from '../read.ts';

const keys = await makeSelftestKeys(testNow);
const { evidence } = makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys });
const response = evidence.artifacts.response;
const xml = response?.state === 'seen' ? decodePostParameter(response.raw).text : '';
const { root } = parseXml(xml);
const elements = root === undefined ? [] : [...descendants(root)];

const absurd = ['', ' \u00a0', '\u{1F600}', '9'.repeat(400)];

/** The message with each element removed, emptied or doubled, and with each attribute blank or absurd. */
const partials = elements.flatMap(({ start, end, name, attributes, path }) => {
  const whole = xml.slice(start, end);
  const tag = whole.slice(0, whole.indexOf('>') + 1);
  const splice = (text: string) => xml.slice(0, start) + text + xml.slice(end);
  return [
    ...(path === root?.path ? [] : [splice(''), splice(whole + whole)]),
    splice(`${tag.replace(/\/?>$/, '')}></${name}>`),
    ...attributes
      .filter((attribute) => !attribute.name.startsWith('xmlns'))
      .map(({ name: attribute, value }, index) =>
        splice(whole.replace(`${attribute}="${value}"`, `${attribute}="${absurd[index % absurd.length]}"`)),
      ),
  ];
});

it('stops no check when a part of the message is missing, doubled or absurd', () => {
  expect(partials.length).toBeGreaterThan(100);
  const stopped = partials.flatMap((partial) => {
    const reads = readArtifacts(withArtifacts(evidence, { response: textArtifact(partial) }));
    return checks.flatMap((check) => {
      const run = runCheck(check, reads, { now: testNow, skewMs: 0 });
      return run.outcome === 'error' ? [`${check.id}: ${run.reason}`] : [];
    });
  });
  expect([...new Set(stopped)]).toEqual([]);
}, 120_000);
