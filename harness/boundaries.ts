/** Folders of the repository, and what their files may import beside themselves and packages. */
export interface Layer {
  /** Path prefix, for example `harness/saml/`. The longest that fits a file is its layer. */
  readonly folder: string;
  /** Path prefixes; `'anything'` for the places where parts are put together. */
  readonly may: readonly string[] | 'anything';
  /** True when nothing in it may read a clock, the network, the disk or a random number. */
  readonly pure?: true;
}

const model = 'harness/model/';
const saml = 'harness/saml/';
const aws = 'harness/aws/';
const scim = 'harness/scim/';

/** The table of DESIGN, "Folders, and who may import whom". */
export const layers: readonly Layer[] = [
  { folder: model, may: [], pure: true },
  { folder: saml, may: [model], pure: true },
  { folder: aws, may: [model], pure: true },
  { folder: scim, may: [model], pure: true },
  { folder: 'harness/checks/', may: [model, saml, aws, scim], pure: true },
  { folder: 'harness/mutations/', may: [model, saml, aws, scim], pure: true },
  { folder: 'harness/profiles/', may: [model] },
  { folder: 'harness/config/', may: [model] },
  { folder: 'harness/capture/', may: [model, saml] },
  { folder: 'harness/drivers/', may: [model, saml] },
  { folder: 'harness/flows/', may: [model, saml, scim] },
  { folder: 'harness/judge/', may: [model, 'harness/checks/', 'harness/profiles/'], pure: true },
  { folder: 'mocks/', may: [model] },
  // IAM's policy language is read once: the doubles of AWS decide by the same library as the predictions.
  { folder: 'mocks/aws/', may: [model, aws, 'mocks/'] },
  { folder: 'reports/', may: [model] },
  { folder: 'harness/stack/', may: 'anything' },
  { folder: 'harness/cli/', may: 'anything' },
  { folder: 'suites/', may: 'anything' },
  { folder: 'docs/', may: 'anything' },
  { folder: 'bench/', may: 'anything' },
];

/** Composition roots: only each other may import these. */
export const roots: readonly string[] = ['harness/cli/', 'suites/', 'docs/', 'bench/'];

/** What a pure file would have to write to see the world around it. */
export const impurities: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'a clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bperformance\b|\bhrtime\b/,
  },
  { what: 'a timer', pattern: /\bset(?:Timeout|Interval|Immediate)\s*\(/ },
  {
    what: 'a random number',
    pattern: /\bMath\.random\b|\brandom(?:Bytes|UUID|Int|Fill)|\bgetRandomValues\b|\bgenerateKey/,
  },
  { what: 'the network', pattern: /\bfetch\s*\(|\bWebSocket\b|\bEventSource\b/ },
  {
    what: 'the disk, the network or the process',
    pattern:
      /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"](?:node:)?(?:fs|fs\/promises|http|https|http2|net|tls|dns|dgram|child_process|worker_threads|cluster|os|timers|timers\/promises|perf_hooks|readline|repl|inspector)['"]/,
  },
  { what: 'the process', pattern: /\bprocess\.\w|(?:\bfrom|\bimport)\s*\(?\s*['"](?:node:)?process['"]/ },
];

export interface SourceFile {
  /** Path from the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Sentences about everything in these files that breaks the table. */
export function findViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [`${file.path} is in no folder of the table.`];
    return [...findImports(file, layer), ...(layer.pure ? findImpurities(file) : [])];
  });
}

function findImports(file: SourceFile, layer: Layer): readonly string[] {
  return relativeImports(file).flatMap((target) => {
    if (target.startsWith(layer.folder)) return [];
    const isAllowed = layer.may === 'anything' || layer.may.some((prefix) => target.startsWith(prefix));
    const root = roots.find((one) => target.startsWith(one));
    if (root !== undefined && !roots.some((one) => file.path.startsWith(one)))
      return [`${file.path} imports ${target}: nobody may import ${root}.`];
    return isAllowed ? [] : [`${file.path} imports ${target}: ${layer.folder} may not.`];
  });
}

function findImpurities({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  return impurities.filter(({ pattern }) => pattern.test(code)).map(({ what }) => `${path} reads ${what}.`);
}

/** Longest prefix first, so that a folder may have a stricter part. */
function layerOf(path: string): Layer | undefined {
  return [...layers]
    .sort((a, b) => b.folder.length - a.folder.length)
    .find(({ folder }) => path.startsWith(folder));
}

/** Paths that static, dynamic and re-exporting imports with a relative name lead to. */
function relativeImports({ path, text }: SourceFile): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])(\.{1,2}\/[^'"]+)\1/g;
  return [...withoutComments(text).matchAll(pattern)].map((match) => {
    const { pathname } = new URL(match[2] ?? '', `file:///${path}`);
    return pathname.slice(1);
  });
}

/** Leaves strings alone, and lines in them that look like comments after a colon, as in addresses. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
