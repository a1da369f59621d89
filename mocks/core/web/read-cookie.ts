/** Value of a cookie in a Cookie header; undefined when it is absent or there are several of that name. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
}
