import { checks } from '/work/main/harness/checks/index.ts';
import { makeSelftestKeys } from '/work/main/harness/cli/selftest-keys.ts';
import { judge } from '/work/main/harness/judge/judge.ts';
import { resolveProfile } from '/work/main/harness/judge/resolve-profile.ts';
import { makeGenuineIamLogin } from '/work/main/harness/mutations/kit/genuine-iam.ts';
import { profiles } from '/work/main/harness/profiles/index.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);
const keys = await makeSelftestKeys(now);
const { evidence } = makeGenuineIamLogin({ now, keys });
const profile = resolveProfile(process.argv[2] ?? 'saml-web-sso', profiles);
const findings = judge(evidence, { checks, profile });
for (const f of findings)
  if (f.outcome === 'fail' || f.outcome === 'error' || f.outcome === 'manual')
    console.log(f.check, f.outcome, f.message);
const t: Record<string, number> = {};
for (const f of findings) t[f.outcome] = (t[f.outcome] ?? 0) + 1;
console.log(t);
if (process.argv[3])
  for (const f of findings)
    if (f.check.startsWith('aws/') && f.outcome !== 'pass') console.log(f.check, f.outcome, f.message);
