/** Shared look: system fonts, calm colours with a contrast of at least 4.5 : 1, light and dark. */
export const baseStyles = `
:root{color-scheme:light dark;--bg:#f4f6fa;--card:#fff;--text:#16202e;--muted:#51607a;--line:#d6dde8;
--accent:#1d4ed8;--accent-text:#fff;--bad:#b3261e;--bad-bg:#fdeceb;--good:#17693a;--good-bg:#e8f6ed;
--radius:14px;--shadow:0 1px 2px rgba(16,32,64,.06),0 12px 32px rgba(16,32,64,.08)}
@media(prefers-color-scheme:dark){:root{--bg:#0e141d;--card:#182130;--text:#e8edf5;--muted:#a3b1c7;--line:#2e3b50;
--accent:#8ab4ff;--accent-text:#0b1220;--bad:#ffb4ab;--bad-bg:#3a1c1a;--good:#8fdcae;--good-bg:#16301f;
--shadow:none}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--bg);color:var(--text);
font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{flex:1;width:100%}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.125rem;line-height:1.3;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:6px}
button,.button{font:inherit;font-weight:600;min-height:44px;padding:.6rem 1.25rem;border:1px solid transparent;
border-radius:10px;background:var(--accent);color:var(--accent-text);cursor:pointer;text-decoration:none;
display:inline-flex;align-items:center;justify-content:center}
button:hover,.button:hover{filter:brightness(1.08)}
button.quiet,.button.quiet{background:transparent;color:var(--accent);border-color:var(--line)}
button:disabled{opacity:.55;cursor:default}
input,select,textarea{font:inherit;min-height:44px;width:100%;padding:.5rem .75rem;color:inherit;background:var(--card);
border:1px solid var(--muted);border-radius:10px}
label{display:block;font-weight:600;margin-bottom:.25rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);box-shadow:var(--shadow);padding:1.5rem}
[hidden]{display:none!important}
.muted{color:var(--muted)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);
white-space:nowrap;border:0}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
`;
