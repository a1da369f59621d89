import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CountersignError } from '../model/error.ts';
import { exitCodeOfError } from './exit-code.ts';
import { findHome } from './find-home.ts';
import { sweepRuns } from './run-registry.ts';
import { version } from './version.ts';
import { findStarter } from './watch-starter.ts';

const starter = findStarter();
// A reader that has seen enough, such as "head", ends nothing but the output.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Where the command was given; npm starts its scripts elsewhere, and says so. */
const here = process.env.INIT_CWD ?? process.cwd();
/** Folder that holds the user's configuration. */
const root = findHome(here);

const path = (value: string) => resolve(here, value);
const collect = (value: string, before: readonly string[] = []) => [...before, ...value.split(',')];
const several = (value: string, before: readonly string[] = []) => [...before, value];
const runDefaults = { root, starter, integration: [], case: [], headed: false, containers: false };
const noPredictFiles = { account: [], providers: [], responses: [], role: [] };
const predictDefaults = { here, ...noPredictFiles, format: 'console', askSts: false };
const refusalsDefaults = { root, integration: [], attack: [], family: [], browser: false, json: false };
const initDefaults = { integration: [], yes: false, force: false };
const wholeNumber = (value: string) => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
};
const shard = (value: string) => {
  const [current = 0, total = 0] = value.split('/').map(Number);
  if (!/^\d+\/\d+$/.test(value) || current < 1 || current > total)
    throw new InvalidArgumentError('It must be PART/PARTS, for example 1/4.');
  return value;
};

// Each command is imported when it is used, so that help and errors come at once.
const program = new Command('countersign')
  .description(
    'Proves a single sign-on rollout into AWS: makes real logins, judges every message, tries the attacks, and says which field to change.',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('Next: add --help to see what is allowed, and examples.')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .addHelpText(
    'after',
    `
Examples:
  countersign run                                  prove the configured rollout
  countersign run --case success-groups-sp --headed   watch one login
  countersign check response.txt --idp-metadata idp.xml   judge a saved SAMLResponse
  countersign explain subject/name-id-format       what a check means and how to mend it

Exit codes: 0 all passed or waived · 1 something failed · 2 usage or configuration · 3 inconclusive or incomplete`,
  );

program
  .command('run')
  .description('make the logins of the configured integrations, judge and report them')
  .option('-c, --config <file>', 'configuration file (default: countersign.config.ts)', path)
  .option('-i, --integration <id>', 'only this integration; may be repeated', collect)
  .option('--case <id>', 'only this case; may be repeated', collect)
  .option('-g, --grep <pattern>', 'only cases whose id or title matches this regular expression')
  .option('--headed', 'show the browser')
  .option('--workers <n>', 'browsers at the same time', wholeNumber)
  .option('--shard <part/parts>', 'only this part of the cases, for example 1/4', shard)
  .option('--containers', 'run every double in a container of its own')
  .option('--report-dir <folder>', 'where the reports go (default: report)', path)
  .option('--mutation <id>', 'switch a mutation on in every login that should be clean')
  .addHelpText(
    'after',
    `
Examples:
  countersign run --integration 1kosmos-identity-center
  countersign run --grep "rollover" --headed --workers 1
  countersign run --containers --report-dir out
  countersign run --mutation conditions/audience-of-other-sp     see what goes red`,
  )
  .action(async (options) => finish((await import('./run.ts')).run({ ...runDefaults, ...options })));

program
  .command('list')
  .description('list integrations, cases, checks and mutations')
  .argument('[kind]', 'integrations, cases, checks or mutations')
  .option('--json', 'print one JSON document with all four')
  .addHelpText(
    'after',
    '\nExamples:\n  countersign list checks\n  countersign list --json | jq ".checks[].id"',
  )
  .action(async (kind, options) =>
    finish((await import('./list.ts')).list(kind, { json: false, ...options })),
  );

program
  .command('explain')
  .description('explain a check, mutation, case or integration')
  .argument('<id>', 'as "countersign list" shows it')
  .addHelpText('after', '\nExample:\n  countersign explain conditions/audience')
  .action(async (id) => finish((await import('./explain.ts')).explain(id)));

program
  .command('check')
  .description(
    'judge saved files: a SAMLResponse (base64 or XML), a HAR, IdP metadata, or an evidence bundle',
  )
  .argument('<file...>', 'files, or folders with an evidence.json; "-" reads standard input')
  .option('--profile <id>', 'what to judge by', 'aws-identity-center')
  .option('--idp-metadata <file>', 'for a SAMLResponse: metadata of the identity provider, with its keys')
  .option('--acs <url>', 'assertion consumer service URL of the service provider')
  .option('--sp-entity-id <uri>', 'entity ID (issuer URL, audience) of the service provider')
  .option('--request-id <id>', 'ID of the AuthnRequest that the SAMLResponse answers')
  .option(
    '--now <instant>',
    'judge as of this moment, ISO 8601 (default: the present, or when a bundle was saved)',
  )
  .option('--login <n>', 'of an HTTP archive with several logins, only this one', wholeNumber)
  .option('-c, --config <file>', 'configuration whose waivers count (default: countersign.config.ts)', path)
  .option('--json', 'print the report document')
  .addHelpText(
    'after',
    `
Examples:
  countersign check response.txt --idp-metadata idp.xml --acs https://… --sp-entity-id https://… --now 2026-11-21T08:00:00Z
  countersign check idp-metadata.xml --profile aws-identity-center
  countersign check login.har --idp-metadata idp.xml     a login as the browser's network panel saved it
  countersign check report/evidence/1kosmos-identity-center/success-groups-sp --json`,
  )
  .action(async (files, options) =>
    finish((await import('./check.ts')).check(files, { root, json: false, ...options })),
  );

program
  .command('decode')
  .description('print what a saved message says: SAML, a JSON Web Token, or an answer of STS')
  .argument('<file>', 'a file; "-" reads standard input')
  .option('--xml', 'print the whole document too')
  .option('--json', 'print one JSON document')
  .addHelpText(
    'after',
    `
Examples:
  countersign decode response.txt                base64, XML, a copied form field, or the page with the form
  pbpaste | countersign decode -                 the address of a redirect with its SAMLRequest
  countersign decode tokens.json --json          the tokens in a token endpoint's answer

Nothing is judged: "countersign check" does that. Keys of AWS sessions are not shown.`,
  )
  .action(async (file, options) =>
    finish((await import('./decode/decode.ts')).decode(file, { json: false, xml: false, ...options })),
  );

program
  .command('diff')
  .description('compare two runs: what fails now and did not before, what is fixed, what still fails')
  .argument('<old>', 'results.json of the earlier run, or its folder')
  .argument('<new>', 'results.json of the later run, or its folder')
  .addOption(
    new Option('--format <form>', 'form of the result')
      .choices(['console', 'json', 'markdown'])
      .default('console'),
  )
  .addHelpText(
    'after',
    `
Examples:
  countersign diff baseline/results.json report/results.json
  countersign diff last-release report --format markdown >> "$GITHUB_STEP_SUMMARY"

Exit codes: 0 nothing new fails · 1 something does · 2 unreadable input · 3 nothing new, but cases are missing or could not be judged`,
  )
  .action(async (before, after, options) =>
    finish((await import('./diff.ts')).diff(path(before), path(after), options)),
  );

program
  .command('predict')
  .description('say who can assume which IAM role, and why not, before anybody logs in')
  .option('--account <file...>', 'roles: get-account-authorization-details, list-roles or get-role', several)
  .option('--idp-metadata <file>', 'metadata of the identity provider, as uploaded to IAM')
  .option('--providers <file...>', 'list-saml-providers, and get-saml-provider as NAME=FILE', several)
  .option('--responses <file...>', 'saved SAMLResponses, one for each user', several)
  .option('--users <file>', 'instead of responses: users, as CSV or JSON')
  .option('--mapping <file>', 'with --users: JSON of the attributes that the identity provider sends')
  .option(
    '--now <instant>',
    'judge as of this moment, ISO 8601 (default: when a response was issued; for users, now)',
  )
  .option(
    '--recipient <url>',
    'with --users: where responses are sent (default: https://signin.aws.amazon.com/saml)',
  )
  .option('--duration <seconds>', 'DurationSeconds that is asked for, 900 to 43200', wholeNumber)
  .option('--ask-sts', 'send the responses to STS, and lay its answers beside the prediction')
  .option('--sts-endpoint <url>', 'with --ask-sts: whom to ask (default: https://sts.amazonaws.com)')
  .option('--region <region>', 'with --ask-sts: ask the STS of this region')
  .option('--role <arn...>', 'with --ask-sts: only these roles', several)
  .option(
    '--pool <file...>',
    'an identity pool in place of STS: describe-identity-pool, get-identity-pool-roles, get-principal-tag-attribute-map',
    several,
  )
  .option('--login-by <arn>', 'with --pool: SAML provider by which people log in (default: the only one)')
  .option('--custom-role <arn>', 'with --pool: CustomRoleArn that the application sends')
  .addOption(new Option('--format <form>', 'form of the result').choices(['console', 'json', 'csv', 'html']))
  .option('--output <file>', 'write there instead of to standard output')
  .addOption(
    new Option('--only <outcome>', 'only pairs with this outcome').choices([
      'refused',
      'can-assume',
      'not-listed',
    ]),
  )
  .addHelpText(
    'after',
    `
Examples:
  countersign predict --account details.json --idp-metadata idp.xml --responses alice.txt bob.txt
  countersign predict --account details.json --idp-metadata idp.xml --users users.csv --mapping mapping.json
  countersign predict --account details.json --idp-metadata idp.xml --users users.csv --mapping mapping.json --format html --output predictions.html
  countersign predict --account details.json --idp-metadata idp.xml --responses alice.txt --ask-sts --region eu-west-1
  countersign predict --pool pool.json roles.json tags.json --account details.json --users users.csv --mapping mapping.json

Exit codes: 0 each listed role can be assumed · 1 some are refused, or STS answered otherwise than predicted · 2 usage or unreadable input · 3 something, or all, could not be predicted or asked`,
  )
  .action(async (options) =>
    finish((await import('./predict/predict.ts')).predict({ ...predictDefaults, ...options })),
  );

program
  .command('selftest')
  .description('prove the checks themselves: every mutation must fail exactly its checks')
  .option('--json', 'print the kill matrix as JSON')
  .option('--live', 'switch every mutation on in running doubles as well; takes minutes')
  .addHelpText(
    'after',
    '\nExamples:\n  countersign selftest\n  countersign selftest --json | jq ".rows[] | select(.ok | not)"',
  )
  .action(async (options) =>
    finish((await import('./selftest.ts')).selftest({ root, starter, json: false, live: false, ...options })),
  );

program
  .command('refusals')
  .description('try every known attack on service providers, each between genuine logins')
  .option('-c, --config <file>', 'configuration file (default: countersign.config.ts)', path)
  .option('-i, --integration <id>', 'only this target: one of the configuration, or a double', collect)
  .option('--attack <id...>', 'only these attacks, as "countersign list mutations" shows them', several)
  .option('--family <name...>', 'only attacks of these families, for example replay', several)
  .option('--browser', 'send the messages by Chromium instead of over HTTP')
  .option('--json', 'print the report document')
  .option('--report-dir <folder>', 'where the reports go (default: report-refusals)', path)
  .option(
    '--make-idp <folder>',
    'make a test identity provider, whose metadata a real target can import',
    path,
  )
  .option('--target-url <url>', 'a target on this machine: its assertion consumer service URL')
  .option('--target-entity-id <uri>', 'its entity ID')
  .option('--start-url <url>', 'its page that sends the browser to the identity provider')
  .option('--protected-url <url>', 'its page that only people who are logged in see')
  .option('--whoami-url <url>', 'its address that tells who is logged in')
  .option('--whoami-json <path>', 'where the name stands in that answer, for example $.user.email')
  .option('--whoami-selector <selector>', 'where the name stands in that page')
  .option('--idp <folder>', 'folder that --make-idp wrote', path)
  .option('--self <name-id>', 'NameID of the attacker’s account')
  .option('--victim <name-id>', 'NameID of the account that must not be reached')
  .addHelpText(
    'after',
    `
Examples:
  countersign refusals                                    on the doubles: does the harness work?
  countersign refusals --family replay wrapping --integration sp
  countersign refusals --make-idp test-idp                then import test-idp/metadata.xml at the target
  countersign refusals --target-url http://127.0.0.1:8080/saml/acs --target-entity-id my-app \\
    --start-url http://127.0.0.1:8080/ --idp test-idp --self eve@example.com --victim ann@example.com
  countersign refusals --integration payroll-staging      a target of the configuration

Hostile messages go to this machine without asking; to any other only with allowHostileTests: true for that target.

Exit codes: 0 all attacks held · 1 one or more worked · 2 usage or configuration · 3 without a verdict`,
  )
  .action(async (options) =>
    finish((await import('./refusals.ts')).refusals({ ...refusalsDefaults, ...options })),
  );

program
  .command('doctor')
  .description('show what this machine has: Node, browser, Docker, configuration')
  .option('-c, --config <file>', 'configuration file (default: countersign.config.ts)', path)
  .addHelpText('after', '\nExamples:\n  countersign doctor\n  countersign doctor --config staging.config.ts')
  .action(async ({ config }) => finish((await import('./doctor.ts')).doctor(root, config)));

program
  .command('init')
  .description('write a typed countersign.config.ts')
  .option('--integration <id>', 'integration to configure; may be repeated', collect)
  .option('--idp-host <host>', 'host name of the 1Kosmos tenant')
  .option('--region <region>', 'AWS region of IAM Identity Center')
  .option('--instance <id>', 'IAM Identity Center instance, for example d-1234567890')
  .option('--report-dir <folder>', 'where the reports go')
  .option('--yes', 'take the defaults for everything not given')
  .option('--force', 'replace an existing file')
  .addHelpText(
    'after',
    '\nExample:\n  countersign init --yes --idp-host acme.1kosmos.net --region eu-west-1 --instance d-1234567890',
  )
  .action(async (options) => finish((await import('./init.ts')).init(here, { ...initDefaults, ...options })));

program
  .command('serve')
  .description('keep the doubles up for a person to click through')
  .option('-c, --config <file>', 'configuration file (default: countersign.config.ts)', path)
  .option('-i, --integration <id>', 'integration to serve (default: the first of the configuration)')
  .option('--open', 'open a browser window that knows the production names')
  .addHelpText(
    'after',
    '\nExamples:\n  countersign serve --open\n  countersign serve --integration 1kosmos-aws-iam',
  )
  .action(async (options) =>
    finish((await import('./serve.ts')).serve({ root, starter, open: false, ...options })),
  );

/** Ends the process with a command's exit code. */
async function finish(command: Promise<number>): Promise<void> {
  process.exitCode = await command;
}

// What a killed run left is cleared away by whatever command comes next.
program.hook('preAction', async () => {
  await sweepRuns().catch((error: Error) =>
    process.stderr.write(`What an earlier run left could not be cleared away: ${error.message}\n`),
  );
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

function tell(error: unknown): number {
  // Commander has already written what is wrong; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CountersignError) process.stderr.write(`${error.message}\nNext: ${error.next}\n`);
  else if (error instanceof Error && 'syscall' in error)
    process.stderr.write(
      `The system refused what countersign needs: ${error.message}.\nNext: Give this user the right to it, make room, or set TMPDIR to a folder that can be written to.\n`,
    );
  else
    process.stderr.write(
      `This is a fault of countersign, not of what it tests:\n${String((error as Error).stack)}\n`,
    );
  return exitCodeOfError(error);
}
