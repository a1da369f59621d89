import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { runCli, startCli } from './cli-tester.ts';

const served = [
  {
    integration: '1kosmos-identity-center',
    args: [],
    hosts: [
      'acme.1kosmos.net',
      'd-1234567890.awsapps.com',
      'phone.countersign.test',
      'us-east-1.signin.aws.amazon.com',
    ],
    doubles: 3,
  },
  {
    integration: '1kosmos-aws-iam',
    args: ['--integration', '1kosmos-aws-iam'],
    hosts: ['acme.1kosmos.net', 'phone.countersign.test', 'signin.aws.amazon.com'],
    doubles: 4,
  },
  {
    integration: 'idemeum',
    args: ['--integration', 'idemeum'],
    hosts: [
      'acme.idemeum.com',
      'd-1234567890.awsapps.com',
      'phone.countersign.test',
      'us-east-1.signin.aws.amazon.com',
    ],
    doubles: 3,
  },
];

test.each(served)(
  'serve keeps the doubles of $integration up for a browser that is started as it says, until it is interrupted',
  async ({ integration, args, hosts, doubles }) => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-serve-'));
    const home = await mkdtemp(join(tmpdir(), 'countersign-serve-home-'));
    const config = join(home, 'countersign.config.ts');
    await writeFile(config, `export default { integrations: { '${integration}': {} } };`);
    const child = startCli(['serve', '--config', config, ...args], { env: { TMPDIR: folder } });
    try {
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const printed = await new Promise<string>((resolve) => {
        let text = '';
        child.stdout?.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('Stop with Ctrl-C.')) resolve(text);
        });
      });
      const command = printed.split('\n').find((line) => line.includes('--host-resolver-rules')) ?? '';
      // The command is for a shell: a shell takes it apart.
      const words = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
        .trim()
        .split('\n');
      const isVariable = (word: string) => /^[A-Z_]+=/.test(word);
      const [executablePath = '', ...rest] = words.filter((word) => !isVariable(word));
      const variables = words.filter(isVariable).map((word) => word.split(/=(.*)/s).slice(0, 2));
      const browser = await chromium.launch({
        executablePath,
        args: rest.filter((word) => word.startsWith('--') && !word.startsWith('--user-data-dir')),
        env: { ...process.env, ...Object.fromEntries(variables) },
      });
      const page = await browser.newPage();
      const visited = new Map<string, string>();
      for (const [url] of printed.matchAll(/^ {2}(https:\S+)$/gm)) {
        // Metadata may be shown or downloaded; either way it is answered.
        const answer = await page.goto(url.trim()).catch(() => undefined);
        visited.set(new URL(url.trim()).host, `${answer?.status() ?? 'download'} ${await page.title()}`);
      }
      await browser.close();
      expect([...visited.keys()].sort()).toEqual(hosts);
      for (const seen of visited.values()) expect(seen).toMatch(/^(200|download)/);
      const controls = [...printed.matchAll(/http:\/\/127\.0\.0\.1:(\d+)\/state/g)];
      expect(controls).toHaveLength(doubles);
      child.kill('SIGINT');
      expect(await exited).toBe(0);
      for (const [, port] of controls) expect(await answers(Number(port))).toBe(false);
      expect(
        (await readdir(folder, { recursive: true })).filter((name) => !/^countersign-\d+$/.test(name)),
      ).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      for (const path of [folder, home]) await rm(path, { recursive: true, force: true });
    }
  },
  90_000,
);

test('serve refuses an integration that is unknown or not rolled out, and says which there are', async () => {
  const unknown = await runCli(['serve', '--integration', '1kosmos-aws-iamm']);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringMatching(/Did you mean 1kosmos-aws-iam\?/) });
  const folder = await mkdtemp(join(tmpdir(), 'countersign-serve-'));
  await writeFile(
    join(folder, 'only.config.ts'),
    "export default { integrations: { '1kosmos-identity-center': {} } };",
  );
  const other = await runCli([
    'serve',
    '--integration',
    '1kosmos-aws-iam',
    '--config',
    join(folder, 'only.config.ts'),
  ]);
  await rm(folder, { recursive: true, force: true });
  expect(other).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /no integration "1kosmos-aws-iam" to serve\.\nNext: .*1kosmos-identity-center/,
    ),
  });
});

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
