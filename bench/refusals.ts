import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Agent } from 'undici';
import { openCanary } from '../harness/drivers/http/canary.ts';
import { openHttpSend } from '../harness/drivers/http/send.ts';
import { createIssuer } from '../harness/flows/refusals/issuer.ts';
import type { RefusalTarget } from '../harness/flows/refusals/target.ts';
import type { Mutation } from '../harness/model/mutation.ts';
import { mutations } from '../harness/mutations/index.ts';
import { createControlClient } from '../mocks/core/control-client.ts';
import { createIds } from '../mocks/core/ids.ts';
import { makeRefusalKeys } from '../suites/refusals/keys.ts';
import { arrangeServiceProvider } from '../suites/refusals/service-provider.ts';
import { tryAttacks } from '../suites/refusals/try-attacks.ts';

/**
 * Attacks a second against the strict service provider in a process of its own, beside the rate at which a bare HTTP
 * client posts one valid-looking response to it. Both are measured by turns, so that other work on the machine meets both.
 */
const bar = 0.8;
const rounds = 5;
const lanes = 8;
const posts = 400;

/** Attacks that are one message each: those that measure time or send many at once wait for the target on purpose. */
function isOneMessage({ attack, id }: Mutation): boolean {
  return (
    attack?.against === 'sp' &&
    attack.watch === undefined &&
    attack.steps === undefined &&
    attack.needs?.includes('signed-response') !== true &&
    // Megabytes of message are the network's time, in either client.
    !/huge|many|deep|oversize/.test(id)
  );
}

interface Running extends Disposable {
  readonly url: string;
  readonly controlUrl: string;
}

async function startDouble(): Promise<Running> {
  const entry = join(import.meta.dirname, '..', 'mocks', 'sp', 'main.ts');
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The double ended with ${code ?? 'a signal'}.`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { url, controlUrl } = JSON.parse(line) as { url: string; controlUrl: string }; // printed by our own double
  return { url, controlUrl, [Symbol.dispose]: () => void child.kill() };
}

/** One body, posted again and again: genuine but for the request that it answers, which nobody made. */
async function bareBody(target: RefusalTarget, keys: Parameters<typeof createIssuer>[1]): Promise<string> {
  const { issue } = createIssuer(target, keys, createIds());
  const issued = issue({ person: target.self, inResponseTo: '_nobody-asked-for-this', now: Date.now() });
  const signed = await issued.sign();
  return `SAMLResponse=${encodeURIComponent(Buffer.from(signed).toString('base64'))}`;
}

async function postBare(url: string, host: string, body: string): Promise<number> {
  const agent = new Agent({ connections: lanes, pipelining: 1 });
  let left = posts;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await agent.request({
        origin: url,
        path: '/acs',
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-host': host,
          'x-forwarded-proto': 'https',
        },
        body,
      });
      await answer.body.text();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const rate = posts / ((performance.now() - began) / 1000);
  await agent.destroy();
  return rate;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<number> {
  using double = await startDouble();
  const host = 'app.countersign.test';
  await using http = openHttpSend({ routes: { [host]: double.url, 'control.invalid': double.controlUrl } });
  await using canary = await openCanary();
  const keys = await makeRefusalKeys(Date.now());
  const { target } = await arrangeServiceProvider(keys, {
    send: http.send,
    control: createControlClient(http.send),
  });
  const attacks = mutations.filter(isOneMessage);
  const body = await bareBody(target, keys);
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await postBare(double.url, host, body));
    const began = performance.now();
    const { results } = await tryAttacks({ target, attacks, keys, canary, concurrency: lanes });
    ours.push(attacks.length / ((performance.now() - began) / 1000));
    const wrong = results.filter(({ outcome }) => outcome === 'fell' || outcome === 'inconclusive');
    if (wrong.length > 0)
      throw new Error(`No measurement: ${wrong[0]?.attack} ${wrong[0]?.outcome}: ${wrong[0]?.says}`);
  }
  const ratios = ours.map((rate, index) => rate / (bare[index] ?? 1));
  const ratio = median(ratios);
  process.stdout.write(
    `${attacks.length} attacks, ${lanes} at a time, ${rounds} rounds\n` +
      `attacks: ${median(ours).toFixed(0)} a second (${ours.map((one) => one.toFixed(0)).join(', ')})\n` +
      `bare posts: ${median(bare).toFixed(0)} a second (${bare.map((one) => one.toFixed(0)).join(', ')})\n` +
      `ratio: ${ratio.toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(', ')}), the bar is ${bar}\n`,
  );
  return ratio >= bar ? 0 : 1;
}

process.exitCode = await main();
