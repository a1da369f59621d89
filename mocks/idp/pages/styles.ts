/** Look of the provider's pages, after the shared styles. */
export const idpStyles = `
header{padding:1rem 1.25rem;border-bottom:1px solid var(--line);background:var(--card)}
.brand{display:flex;align-items:center;gap:.6rem;font-weight:700;max-width:60rem;margin:0 auto}
.brand svg{width:28px;height:28px;flex:none}
main{padding:1.25rem 1rem;display:flex;justify-content:center;align-items:flex-start}
.card{width:100%;max-width:30rem;margin-top:clamp(0rem,4vh,3rem)}
.card.wide{max-width:52rem}
footer{padding:1rem 1.25rem 1.5rem;text-align:center;font-size:.875rem;color:var(--muted)}
.scan{display:grid;gap:1.25rem 2rem;grid-template-columns:minmax(0,1fr)}
@media(max-width:24rem){main{padding:.75rem .5rem}.card{padding:1.25rem 1rem}}
@media(min-width:46rem){.scan{grid-template-columns:minmax(0,1fr) 18rem;grid-template-rows:1fr auto}
.scan .code{grid-area:1/2/3/3}.card.wide{padding:2rem}}
.code{display:flex;flex-direction:column;align-items:center;text-align:center}
#qr{display:block;width:280px;max-width:100%;height:auto;background:#fff;border-radius:12px;border:1px solid var(--line);
image-rendering:pixelated}
.steps{margin:1rem 0;padding:0;list-style:none;counter-reset:step}
.steps li{counter-increment:step;display:grid;grid-template-columns:2rem minmax(0,1fr);gap:.75rem;padding:.4rem 0;align-items:center}
.steps li::before{content:counter(step);width:2rem;height:2rem;border-radius:50%;display:grid;place-items:center;
font-weight:700;font-size:.875rem;background:var(--bg);border:1px solid var(--line);color:var(--accent)}
.number{display:inline-block;vertical-align:middle;margin-left:.25rem;font-size:2rem;font-weight:800;line-height:1.1;letter-spacing:.08em;padding:.15rem .65rem;
font-variant-numeric:tabular-nums;border:2px solid var(--accent);border-radius:10px;color:var(--accent)}
.status{display:flex;gap:.6rem;align-items:center;margin:1rem 0 0;padding:.65rem .85rem;border-radius:10px;
background:var(--bg);border:1px solid var(--line);min-height:3rem}
.status::before{content:"";flex:none;width:.65rem;height:.65rem;border-radius:50%;background:var(--accent);
animation:pulse 1.6s ease-in-out infinite}
@keyframes pulse{50%{opacity:.25}}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
.scan .actions{margin-top:0}
.actions form{display:contents}
.notice{padding:1rem;border-radius:12px;margin-bottom:1rem;border:1px solid currentColor}
.notice h1{margin:0 0 .25rem;font-size:1.25rem}
.notice.bad{background:var(--bad-bg);color:var(--bad)}
.notice p{color:var(--text)}
details{margin-top:1rem}
summary{cursor:pointer;color:var(--accent);font-weight:600;min-height:44px;display:flex;align-items:center}
code{font:.8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.tiles{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr));padding:0;list-style:none}
.tiles a{display:block;padding:1rem;border:1px solid var(--line);border-radius:12px;font-weight:600;text-decoration:none}
.tiles a:hover{border-color:var(--accent)}
`;
