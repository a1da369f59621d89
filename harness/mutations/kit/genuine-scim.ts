import type { DirectoryRecord, ScimRecord } from '../../model/scim-records.ts';
import { recordArtifact, withArtifacts } from './artifact.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from './genuine.ts';
import { buildDirectory, buildScim } from './genuine-scim-records.ts';

/** People who are provisioned start from a catalog. */
export type GenuineScimOptions = Pick<GenuineOptions, 'now' | 'keys' | 'signed'>;

/** A complete clean login of somebody whom SCIM provisioned, with the record of two pushes before it. */
export function makeGenuineScimLogin(options: GenuineScimOptions): GenuineLogin {
  const login = makeGenuineLogin({ ...options, initiatedBy: 'idp' });
  const scim: ScimRecord = buildScim(options.now);
  const directory: DirectoryRecord = buildDirectory();
  const evidence = withArtifacts(login.evidence, {
    scim: recordArtifact(scim),
    directory: recordArtifact(directory),
  });
  return {
    ...login,
    evidence: {
      ...evidence,
      integration: 'idemeum',
      targets: [
        ...evidence.targets,
        {
          role: 'scim',
          mode: 'double',
          product: 'IAM Identity Center automatic provisioning',
          origins: [new URL(scim.baseUrl).origin],
        },
      ],
    },
  };
}
