/** Look of the access portal's family: a dark bar, calm cards, AWS-like but without its marks. */
export const portalStyles = `
:root{--bar:#1b2533;--bar-text:#fff;--accent:#0b5cad;--accent-text:#fff;--bg:#f2f3f5;--radius:12px}
@media(prefers-color-scheme:dark){:root{--bar:#0b1017;--accent:#7cc0ff;--accent-text:#08131f;--bg:#10161e}}
header{background:var(--bar);color:var(--bar-text)}
.bar{display:flex;align-items:center;gap:.75rem 1rem;flex-wrap:wrap;max-width:64rem;margin:0 auto;padding:.6rem 1.25rem;min-height:4rem}
.bar strong{font-size:1.05rem;letter-spacing:.01em;margin-right:auto}
.bar span{opacity:.92;font-size:.925rem}
.bar form{margin:0}
.bar button{background:transparent;color:var(--bar-text);border-color:rgba(255,255,255,.55);padding:.35rem 1rem}
header :focus-visible{outline-color:#fff}
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 3rem}
footer{padding:1rem 1.25rem 1.5rem;text-align:center;font-size:.85rem;color:var(--muted)}
.narrow{max-width:27rem;margin:6vh auto 0}
.narrow .card{padding:1.75rem}
.narrow form{margin-top:1.25rem}
.narrow button{width:100%;margin-top:1rem}
.narrow .button{margin-top:.75rem}
.problem{color:var(--bad);margin:.4rem 0 0;font-size:.925rem}
.notice{background:var(--good-bg);color:var(--good);border-radius:10px;padding:.6rem .9rem;margin:0 0 1rem}
@media(max-width:30rem){main{padding:1.25rem 1rem 2rem}.narrow{margin-top:1rem}.narrow .card{padding:1.25rem}}
`;
