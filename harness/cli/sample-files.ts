import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactName, Evidence } from '../model/evidence.ts';
import { makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { makeSelftestKeys } from './selftest-keys.ts';

/** A clean login as a person would have saved it. */
export interface SampleFiles {
  readonly evidence: Evidence;
  /** Base64 as posted, and the XML in it. */
  readonly response: string;
  readonly xml: string;
  /** Flags that say everything about the login. */
  readonly flags: readonly string[];
  /** Writes a file beside the others. @returns its path */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
}

export const sampleNow = '2026-11-21T08:00:00Z';

/** Makes `response.txt`, `idp.xml` and `bundle/evidence.json` in `folder`, with keys made now. */
export async function makeSampleFiles(folder: string): Promise<SampleFiles> {
  const now = Date.parse(sampleNow);
  const { evidence, context } = makeGenuineLogin({
    now,
    keys: await makeSelftestKeys(now),
    initiatedBy: 'sp',
  });
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const response = rawOf(evidence, 'response');
  const xml = Buffer.from(response, 'base64').toString('utf8');
  await write('response.txt', response);
  const metadata = await write('idp.xml', rawOf(evidence, 'idp-metadata'));
  await mkdir(join(folder, 'bundle'));
  await write(join('bundle', 'evidence.json'), JSON.stringify(evidence));
  const requestId = /InResponseTo="([^"]+)"/.exec(xml)?.[1] ?? '';
  const { acsUrl, spEntityId } = context;
  return {
    evidence,
    response,
    xml,
    flags: [
      ...['--idp-metadata', metadata, '--acs', acsUrl, '--sp-entity-id', spEntityId],
      ...['--request-id', requestId, '--now', sampleNow],
    ],
    write,
  };
}

export function rawOf(evidence: Evidence, name: ArtifactName): string {
  const artifact = evidence.artifacts[name];
  if (artifact?.state !== 'seen') throw new Error(`The genuine login has no ${name}.`);
  return artifact.raw;
}
