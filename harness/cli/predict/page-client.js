// Filters and links within the page, which is complete without it. Nothing here makes markup out of text.
(() => {
  const form = document.getElementById('filters');
  const status = form.querySelector('.shown');
  const nothing = document.getElementById('nothing-shown');
  const section = document.getElementById('table');
  const tables = Array.from(document.querySelectorAll('[data-table]'), (region) => ({
    region,
    heads: region.querySelectorAll('th.role'),
    rows: Array.from(region.querySelectorAll('tr[data-user]'), (row) => ({
      row,
      name: row.dataset.user.toLowerCase(),
      outcomes: row.dataset.outcomes,
    })),
  }));
  const roles = Array.from(tables[0]?.heads ?? [], (head) =>
    `${head.dataset.role} ${head.textContent}`.toLowerCase(),
  );
  const columnRules = new CSSStyleSheet();
  document.adoptedStyleSheets = [columnRules];

  function applyFilters() {
    const data = new FormData(form);
    const wordsOf = (field) => data.get(field).toLowerCase().split(/\s+/).filter(Boolean);
    const has = (words) => (text) => words.every((word) => text.includes(word));
    const outcomes = new Set(data.getAll('outcome'));
    const [fitsUser, fitsRole] = [has(wordsOf('user')), has(wordsOf('role'))];
    const columns = roles.flatMap((role, index) => (fitsRole(role) ? [index] : []));
    const used = new Set();
    let users = 0;
    for (const { region, rows } of tables) {
      let shown = 0;
      for (const { row, name, outcomes: own } of rows) {
        const found = fitsUser(name) ? columns.filter((column) => outcomes.has(own[column])) : [];
        for (const column of found) used.add(column);
        row.hidden = found.length === 0;
        if (found.length > 0) shown += 1;
      }
      region.hidden = shown === 0;
      users += shown;
    }
    for (const letter of 'ynu') section.classList.toggle(`hide-${letter}`, !outcomes.has(letter));
    showColumns(used);
    nothing.hidden = users > 0 || tables.length === 0;
    const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
    status.textContent = `${users} of ${all} users and ${used.size} of ${roles.length} roles shown`;
  }

  /** One rule for whole columns: to change every cell by itself would take seconds in a large table. */
  function showColumns(used) {
    const hidden = roles.flatMap((_role, column) =>
      used.has(column) ? [] : [`.grid tr > :nth-child(${column + 2})`],
    );
    columnRules.replaceSync(hidden.length === 0 ? '' : `${hidden.join(',')} { display: none; }`);
  }

  /** Opens all that hides the place that the address names, and goes there. */
  function followAddress() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place === null) return;
    for (let at = place; at !== null; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    place.scrollIntoView();
    if (place.matches('[tabindex]')) place.focus({ preventScroll: true });
  }

  let waiting;
  form.hidden = false;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(applyFilters, 120);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(applyFilters));
  window.addEventListener('hashchange', followAddress);
  // A link to where the address already points changes no hash, and still has to lead there.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link !== null && link.hash === location.hash) followAddress();
  });
  applyFilters();
  followAddress();
})();
