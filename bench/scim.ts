import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mount } from '../mocks/core/mount.ts';
import { buildDesired, type Desired } from '../mocks/idemeum/provisioning/desired.ts';
import { push } from '../mocks/idemeum/provisioning/push.ts';
import { provisioningSchema, retryPolicy } from '../mocks/idemeum/provisioning/settings.ts';
import { scimAddresses, scimDoubleConfig } from '../mocks/scim/config.ts';
import { createScim } from '../mocks/scim/double.ts';

/**
 * Provisions people and groups into the SCIM double over HTTP, by the client of the identity provider double, and prints
 * what one person costs: processor time of client and service together, which other work on the machine does not change.
 * It has to stay the same however many there are: ends with status 1 where the last size costs more than `--limit`
 * times the one before it.
 */

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    limit: { type: 'string', default: '1.5' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const token = 'a-token-of-the-benchmark';

/** Each person in one group of a hundred, and everybody in one for all. */
function peopleAndGroups(count: number): Desired {
  const people = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    email: `p${index}@example.com`,
    firstName: `Given${index}`,
    lastName: `Family${index}`,
    enabled: true,
  }));
  const ids = people.map(({ id }) => id);
  const groups = Array.from({ length: Math.max(1, Math.floor(count / 100)) }, (_, index) => ({
    id: `g${index}`,
    name: `Group ${index}`,
    members: ids.slice(index * 100, index * 100 + 100),
  }));
  const all = { id: 'all', name: 'Everybody', members: ids };
  const settings = provisioningSchema.parse({ baseUrl: 'https://scim.invalid', accessToken: token });
  const pushed = [...groups, all].map(({ id }) => id);
  return buildDesired({ people, groups: [...groups, all], entitled: new Set(ids), pushed, settings });
}

async function measure(count: number) {
  const config = scimDoubleConfig.parse({ tokens: [token] });
  await using mounted = await mount(createScim(config));
  const { basePath } = scimAddresses(config.region, config.tenantId);
  const desired = peopleAndGroups(count);
  const run = async () => {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    const report = await push({
      settings: provisioningSchema.parse({ baseUrl: `${mounted.url}${basePath}`, accessToken: token }),
      desired,
      send: fetch,
      policy: retryPolicy,
      sleep: async (ms) => void (await sleep(ms)),
      random: Math.random,
      now: Date.now,
    });
    if (report.failures.length > 0 || report.brokeOff !== undefined)
      throw new Error(`The push failed: ${report.brokeOff ?? JSON.stringify(report.failures[0])}`);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - startedAt) / 1000, cpuMs: (user + system) / 1000, report };
  };
  const first = await run();
  const second = await run();
  return { first, second, groups: desired.groups.length };
}

await measure(50); // so that no size pays for what is compiled only once
const rows = [];
for (const count of sizes) {
  const { first, second, groups } = await measure(count);
  rows.push({
    people: count,
    groups,
    memberships: first.report.members.added,
    requests: first.report.requests,
    seconds: Number(first.seconds.toFixed(2)),
    'ms a person': Number((first.cpuMs / count).toFixed(3)),
    'again, ms a person': Number((second.cpuMs / count).toFixed(3)),
  });
}
console.table(rows);
const [before, last] = rows.slice(-2).map((row) => row['ms a person']);
if (before !== undefined && last !== undefined) {
  const ratio = last / before;
  console.log(`The last size costs ${ratio.toFixed(2)} times as much a person as the one before it.`);
  if (ratio > Number(values.limit)) process.exitCode = 1;
}
