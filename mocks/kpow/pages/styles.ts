import { styles as base } from '../../sp/pages/styles.ts';

export const styles = `${base}
section.card{margin:1rem 0;overflow-x:auto}
section.card h2{margin-top:0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1.5rem;margin:0}
dt{color:var(--muted)}
dd{margin:0}
.roles{margin:0;padding-left:1.1rem}
.tag{font-size:.85rem;color:var(--bad)}
.warning{background:var(--bad-bg);color:var(--bad);border-radius:10px;padding:.75rem 1rem}
td.Allow{color:var(--good)}
td.Deny{color:var(--bad)}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}}
`;
