/** A phone on a desk where there is room, the whole screen on a real one. */
export const phoneStyles = `
:root{--accent:#4338ca;--accent-text:#fff;--bg:#e9eaf3;--soft:#eef0fb;--radius:18px}
@media(prefers-color-scheme:dark){:root{--accent:#a5b4fc;--accent-text:#12142b;--bg:#090b14;--card:#141827;--soft:#1e2338}}
main{display:flex;align-items:center;justify-content:center;padding:2rem 1rem}
.phone{width:100%;max-width:24.5rem;min-height:min(46rem,calc(100vh - 4rem));background:var(--card);border:10px solid #10131f;border-radius:46px;
box-shadow:0 24px 60px rgba(16,19,31,.28);display:flex;flex-direction:column;overflow:hidden}
@media(prefers-color-scheme:dark){.phone{border-color:#2a3048;box-shadow:none}}
.brand{display:flex;align-items:center;gap:.6rem;margin:0;padding:1.1rem 1.4rem .9rem;font-weight:700;
border-bottom:1px solid var(--line)}
.brand svg{width:1.6rem;height:1.6rem;flex:none}
.screen{flex:1;display:flex;flex-direction:column;padding:1.25rem 1.4rem 1.6rem}
section{display:flex;flex-direction:column;gap:1rem}
section[hidden]{display:none}
h1{margin:0}
h1:focus{outline:none}
p{margin:0}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{font-weight:600;padding:0;margin-bottom:.5rem}
.drop{display:flex;flex-direction:column;align-items:center;gap:.5rem;text-align:center;padding:2rem 1rem;margin:0;
border:2px dashed var(--muted);border-radius:var(--radius);background:var(--soft);cursor:pointer}
.drop svg{width:3.2rem;height:3.2rem;color:var(--accent)}
.drop span{font-weight:400;color:var(--muted)}
.drop.over{border-color:var(--accent);border-style:solid}
.file:focus-visible+.drop{outline:3px solid var(--accent);outline-offset:2px}
details{border-top:1px solid var(--line);padding-top:.75rem}
summary{cursor:pointer;font-weight:600;min-height:44px;display:flex;align-items:center;color:var(--accent)}
summary::before{content:"+";width:1.4rem}
details[open] summary::before{content:"−"}
details form{display:flex;flex-direction:column;gap:.75rem;padding-top:.5rem}
dl{margin:0;padding:.9rem 1rem;background:var(--soft);border-radius:var(--radius);display:grid;gap:.65rem}
dt{font-size:.825rem;color:var(--muted)}
dd{margin:0;font-weight:600}
.numbers{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem}
.numbers label{position:relative;margin:0}
.numbers input{position:absolute;inset:0;opacity:0;min-height:0;height:100%;cursor:pointer}
.numbers span{display:flex;align-items:center;justify-content:center;min-height:64px;font-size:1.6rem;font-weight:700;
font-variant-numeric:tabular-nums;border:2px solid var(--muted);border-radius:14px}
.numbers input:checked+span{border-color:var(--accent);background:var(--accent);color:var(--accent-text)}
.numbers input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.sensors{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem}
.sensors button{flex-direction:column;gap:.35rem;padding:.75rem .25rem;font-size:.9rem;border-radius:14px}
.sensors svg{width:1.9rem;height:1.9rem}
.deny{background:transparent;color:var(--bad);border-color:var(--bad)}
.problem{color:var(--bad);background:var(--bad-bg);border-radius:12px;padding:.75rem 1rem}
.problem{margin-bottom:1rem}
.problem:empty{display:none}
.done{align-items:center;text-align:center;justify-content:center;flex:1}
.done .sign{width:5.5rem;height:5.5rem;border-radius:50%;display:grid;place-items:center;background:var(--bad-bg);color:var(--bad)}
.done[data-good=yes] .sign{background:var(--good-bg);color:var(--good)}
.done .sign svg{width:3rem;height:3rem}
.done[data-good=yes] .no,.done[data-good=no] .yes{display:none}
.done button{align-self:stretch}
.busy{opacity:.6;pointer-events:none}
@media(max-width:30rem){:root{--bg:#fff}main{padding:0;align-items:stretch}
.phone{max-width:none;min-height:100vh;border:0;border-radius:0;box-shadow:none}}
@media(max-width:30rem) and (prefers-color-scheme:dark){:root{--bg:#141827}}
`;
