/**
 * The texts at a path such as `$.roles` or `$.user.groups`: one, those of a list, or none.
 * @throws Error for a path in another form
 */
export function selectAll(value: unknown, path: string): readonly string[] {
  if (!/^\$(?:\.[A-Za-z_][\w-]*)*$/.test(path)) throw new Error(`The path "${path}" is not understood.`);
  const found = path
    .split('.')
    .slice(1)
    .reduce<unknown>((part, step) => (isRecord(part) ? part[step] : undefined), value);
  return (Array.isArray(found) ? found : [found]).flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [String(one)] : [],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
