/** Evaluates what stands between the marks of common template languages: sums and products of whole numbers. */
export function evaluateTemplate(text: string): string {
  return text.replace(
    /\{\{(.*?)\}\}|#\{(.*?)\}|\$\{(.*?)\}|<%=(.*?)%>/g,
    (all, ...[a, b, c, d]: readonly (string | undefined)[]) =>
      String(evaluate((a ?? b ?? c ?? d ?? '').trim()) ?? all),
  );
}

function evaluate(expression: string): number | undefined {
  if (!/^\d{1,9}(\s*[*+]\s*\d{1,9})*$/.test(expression)) return undefined;
  return expression
    .split('+')
    .map((product) => product.split('*').reduce((value, factor) => value * Number(factor), 1))
    .reduce((sum, value) => sum + value, 0);
}
