import { execFile, spawnSync } from 'node:child_process';

/** True where the `aws` command is installed: tests with it run only there. */
export const hasAwsCli = spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;

export interface CliKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface CliAnswer {
  readonly status: number;
  /** Parsed standard output; undefined when there was none. */
  readonly json: unknown;
  /** Standard error without blank lines. */
  readonly error: string;
}

/** Runs the AWS CLI against a double, with nothing of the user's own configuration. */
export function runAws(endpoint: string, args: readonly string[], keys?: CliKeys): Promise<CliAnswer> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_PAGER: '',
    ...(keys === undefined
      ? {}
      : { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey }),
    ...(keys?.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: keys.sessionToken }),
  };
  const all = [...args, '--endpoint-url', endpoint, '--output', 'json'];
  return new Promise((resolve) => {
    execFile('aws', all, { env, timeout: 60_000 }, (failure, out, error) => {
      const status = failure === null ? 0 : typeof failure.code === 'number' ? failure.code : 1;
      resolve({ status, json: out.trim() === '' ? undefined : JSON.parse(out), error: error.trim() });
    });
  });
}
