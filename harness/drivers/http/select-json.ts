/**
 * The text or number at a path such as `$.user.name` or `$.users[0]['id']`; undefined when there is none, or no JSON.
 * @throws Error for a path in another form
 */
export function selectJson(text: string, path: string): string | undefined {
  if (!/^\$(?:\.[A-Za-z_][\w-]*|\[\d+\]|\['[^']*'\])*$/.test(path))
    throw new Error(`The path "${path}" is not understood.`);
  const steps = [...path.matchAll(/\.([A-Za-z_][\w-]*)|\[(\d+)\]|\['([^']*)'\]/g)];
  let value = parse(text);
  for (const [, name, index, quoted] of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = name ?? index ?? quoted ?? '';
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined; // own, so that it is data
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
