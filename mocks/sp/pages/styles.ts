/** A plain application: one bar, one card. */
export const styles = `
header{background:var(--card);border-bottom:1px solid var(--line)}
.bar{display:flex;align-items:center;gap:.75rem 1rem;flex-wrap:wrap;max-width:48rem;margin:0 auto;padding:.6rem 1.25rem;min-height:4rem}
.bar strong{margin-right:auto}
.bar form{margin:0}
main{max-width:48rem;margin:0 auto;padding:2rem 1.25rem 3rem}
table{width:100%;border-collapse:collapse;margin-top:1rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .5rem .5rem 0;border-top:1px solid var(--line);font-weight:400}
th{color:var(--muted);width:40%}
@media(max-width:30rem){main{padding:1.25rem 1rem 2rem}th,td{display:block;width:100%}td{border-top:0;padding-top:0}}
`;
