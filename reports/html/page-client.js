// Filters, permalinks, printing, and long lists when they are wanted. Nothing here makes markup out of text.
(() => {
  const form = document.getElementById('filters');
  const status = form?.querySelector('.shown');
  const nothing = document.getElementById('nothing-shown');
  const failing = new Set(['failure', 'warning', 'note', 'expected', 'waived', 'manual', 'error']);

  const read = (element) => element.textContent.toLowerCase();
  const lists = JSON.parse(document.getElementById('lists')?.textContent ?? '{"cases":{}}');

  /** A list of checks that need nobody's action: its lines are data until somebody wants to see them. */
  function prepareList(details, caseId) {
    const kind = details.dataset.list;
    const entries = lists.cases[caseId][kind].map(([words, severity, reason, slug]) => {
      const [check, title, usual] = lists.words[words];
      const id = `${caseId}--${slug ?? usual}`;
      return { id, check, title, reason: lists.reasons[reason], severity, shown: true, line: undefined };
    });
    const list = { details, kind, entries, built: false };
    details.addEventListener('toggle', () => buildList(list));
    return list;
  }

  function buildList(list) {
    if (list.built) return;
    list.built = true;
    const lines = list.entries.map((entry) => {
      const line = document.createElement('li');
      line.id = entry.id;
      line.tabIndex = -1;
      Object.assign(line.dataset, { finding: '', kind: list.kind, severity: entry.severity });
      const code = document.createElement('code');
      code.textContent = entry.check;
      line.append(code, ` ${entry.title}`);
      if (entry.reason !== '') {
        const reason = document.createElement('span');
        reason.className = 'quiet';
        reason.textContent = ` ${entry.reason}`;
        line.append(reason);
      }
      line.hidden = !entry.shown;
      entry.line = line;
      return line;
    });
    list.details.querySelector('ul').append(...lines);
  }
  const cases = Array.from(document.querySelectorAll('[data-case]'), (element) => ({
    element,
    details: element.querySelector('details'),
    cell: document.querySelector(`[data-cell="${CSS.escape(element.id)}"]`),
    head: `${element.dataset.integration} ${read(element.querySelector('summary'))} ${read(element.querySelector('.summary'))} ${read(element.querySelector('.facts'))}`,
    matches: element.querySelector('.matches'),
    groups: element.querySelectorAll('[data-group]'),
    findings: Array.from(element.querySelectorAll('[data-finding]'), (finding) => ({
      finding,
      text: undefined,
    })),
    lists: Array.from(element.querySelectorAll('[data-list]'), (details) => prepareList(details, element.id)),
  }));

  function applyFilters() {
    const data = new FormData(form);
    const words = data.get('text').toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = data.getAll('verdict');
    const scopes = data.getAll('scope');
    const wanted = { integration: data.get('integration'), severity: data.get('severity') };
    const narrowed = words.length > 0 || wanted.severity !== '';
    let shown = 0;
    for (const one of cases) {
      const { dataset } = one.element;
      const own =
        verdicts.includes(dataset.verdict) &&
        scopes.includes(dataset.scope) &&
        (wanted.integration === '' || wanted.integration === dataset.integration);
      const inHead = words.every((word) => one.head.includes(word));
      const found = own ? filterFindings(one, inHead ? [] : words, wanted.severity) : 0;
      const visible = own && (found > 0 || (inHead && wanted.severity === ''));
      one.element.hidden = !visible;
      one.cell?.classList.toggle('filtered', !visible);
      one.matches.textContent = visible && narrowed && found > 0 && !inHead ? ` · ${found} matching` : '';
      if (visible) shown += 1;
    }
    nothing.hidden = shown > 0 || cases.length === 0;
    status.textContent = `${shown} of ${cases.length} cases shown`;
  }

  function filterFindings(one, words, severity) {
    let found = 0;
    for (const entry of one.findings) {
      const { kind, severity: own } = entry.finding.dataset;
      entry.text ??= read(entry.finding);
      const fits =
        (severity === '' || (own === severity && failing.has(kind))) &&
        words.every((word) => entry.text.includes(word) || one.head.includes(word));
      entry.finding.hidden = !fits;
      if (fits) found += 1;
    }
    for (const group of one.groups)
      if (!('list' in group.dataset))
        group.hidden = group.querySelector('[data-finding]:not([hidden])') === null;
    for (const list of one.lists) found += filterList(list, one.head, words, severity);
    return found;
  }

  /** Nothing in such a list fails, so that no choice of a severity fits it. */
  function filterList(list, head, words, severity) {
    let found = 0;
    for (const entry of list.entries) {
      entry.text ??= `${entry.check} ${entry.title} ${entry.reason}`.toLowerCase();
      entry.shown =
        severity === '' && words.every((word) => entry.text.includes(word) || head.includes(word));
      if (entry.line !== undefined) entry.line.hidden = !entry.shown;
      if (entry.shown) found += 1;
    }
    list.details.hidden = found === 0;
    return found;
  }

  const attackForm = document.getElementById('attack-filters');
  const attacks = Array.from(document.querySelectorAll('[data-attack]'), (row) => ({ row, text: undefined }));

  function applyAttackFilters() {
    const data = new FormData(attackForm);
    const words = data.get('text').toLowerCase().split(/\s+/).filter(Boolean);
    const outcomes = data.getAll('outcome');
    const family = data.get('family');
    let shown = 0;
    for (const one of attacks) {
      const { outcome, family: own } = one.row.dataset;
      one.text ??= read(one.row);
      const fits =
        outcomes.includes(outcome) &&
        (family === '' || family === own) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !fits;
      if (fits) shown += 1;
    }
    document.getElementById('no-attack-shown').hidden = shown > 0 || attacks.length === 0;
    attackForm.querySelector('.shown').textContent = `${shown} of ${attacks.length} attacks shown`;
  }

  /** Opens all that hides the place that the address names, clears filters that hide it, and goes there. */
  function followAddress() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    for (const { element, lists: own } of cases)
      if (wanted.startsWith(`${element.id}--`))
        for (const list of own) if (list.entries.some(({ id }) => id === wanted)) buildList(list);
    const place = document.getElementById(wanted);
    if (place === null) return;
    if (place.closest('[hidden]') !== null) {
      form?.reset();
      attackForm?.reset();
      applyAll();
    }
    openAround(place);
    place.scrollIntoView();
    if (place.matches('[tabindex]')) place.focus({ preventScroll: true });
  }

  function openAround(place) {
    for (let at = place; at !== null; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    const own = place.matches('[data-case]') ? place.querySelector('details') : null;
    if (own !== null) own.open = true;
  }

  /** Paper cannot be clicked: what failed is opened for printing, and closed again. */
  function printOpened() {
    const closed = [];
    for (const { element } of cases) {
      if (element.dataset.verdict === 'pass' || element.hidden) continue;
      for (const details of element.querySelectorAll('details:not([open])')) {
        // Long lists of what is fine, and whole messages, stay folded; the case itself holds some and is opened.
        if (details.matches('.part, .more') && details.querySelector('.listed, .whole') !== null) continue;
        details.open = true;
        closed.push(details);
      }
    }
    const closeAgain = () => {
      for (const details of closed) details.open = false;
    };
    window.addEventListener('afterprint', closeAgain, { once: true });
  }

  function prepare(filters, apply) {
    filters.hidden = false;
    filters.addEventListener('input', apply);
    filters.addEventListener('submit', (event) => event.preventDefault());
    filters.addEventListener('reset', () => setTimeout(apply));
  }
  function applyAll() {
    if (form !== null) applyFilters();
    if (attackForm !== null) applyAttackFilters();
  }

  if (form !== null) prepare(form, applyFilters);
  if (attackForm !== null) prepare(attackForm, applyAttackFilters);
  window.addEventListener('hashchange', followAddress);
  window.addEventListener('beforeprint', printOpened);
  // A link to where the address already points changes no hash, and still has to lead there.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link !== null && link.hash === location.hash) followAddress();
  });
  applyAll();
  followAddress();
})();
