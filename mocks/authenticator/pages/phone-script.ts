/** The page's behaviour: our own text, run under a nonce. Whatever comes from outside is set as text, never as markup. */
export const phoneScript = `
const byId = (id) => document.getElementById(id);
const screens = ['start', 'request', 'result'];
const problem = byId('problem');
let scan;

function show(name) {
  for (const one of screens) byId(one).hidden = one !== name;
  byId(name).querySelector('h1').focus();
  problem.textContent = '';
}
function fail(text) {
  problem.textContent = text;
}
async function ask(path, body) {
  problem.textContent = '';
  const screen = document.querySelector('.screen');
  screen.classList.add('busy');
  screen.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(path, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    const said = await answer.json();
    if (said.problem) throw new Error(said.problem);
    return said;
  } catch (error) {
    fail(error instanceof TypeError ? 'The phone could not be reached. Please try again.' : error.message);
  } finally {
    screen.classList.remove('busy');
    screen.removeAttribute('aria-busy');
  }
}

async function toPng(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, 4000 / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1];
}
async function scanFile(file) {
  if (!file) return;
  let screenshot;
  try { screenshot = await toPng(file); } catch { return fail('This file is not a picture that can be read.'); }
  await begin({ screenshot });
}
async function begin(code) {
  const said = await ask('/app/scan', { userName: byId('owner').value, ...code });
  if (!said) return;
  if (!said.shown) return finish(false, 'Not scanned', said.message);
  scan = said;
  byId('application').textContent = said.shown.application;
  byId('origin').textContent = said.shown.origin;
  byId('user').textContent = said.shown.userName;
  const numbers = byId('numbers');
  numbers.replaceChildren(...said.numbers.map((number) => {
    const label = document.createElement('label');
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'number', value: number });
    const span = document.createElement('span');
    span.textContent = number;
    label.append(input, span);
    return label;
  }));
  show('request');
}
async function answer(outcome, biometric) {
  const number = document.querySelector('input[name=number]:checked')?.value;
  if (outcome !== 'deny' && number === undefined) {
    fail('Choose the number that the sign-in page shows.');
    document.querySelector('input[name=number]')?.focus();
    return;
  }
  const said = await ask('/app/answer', { scanId: scan.scanId, outcome, biometric, number });
  if (!said) return;
  if (said.code === 'approved') return finish(true, 'Approved', 'Go back to your computer. You are being signed in.');
  if (said.code === 'denied') return finish(false, 'Denied', 'Nobody was signed in. If you did not start this, tell your administrator.');
  finish(false, 'Not approved', said.message);
}
function finish(good, title, text) {
  byId('result').dataset.good = good ? 'yes' : 'no';
  byId('result-title').textContent = title;
  byId('result-text').textContent = text;
  show('result');
}

byId('file')?.addEventListener('change', (event) => {
  scanFile(event.target.files[0]);
  event.target.value = '';
});
document.addEventListener('paste', (event) => {
  if (!byId('file') || byId('start').hidden) return;
  const item = [...event.clipboardData.items].find((one) => one.type.startsWith('image/'));
  if (item) { event.preventDefault(); scanFile(item.getAsFile()); }
});
const drop = document.querySelector('.drop');
for (const type of ['dragenter', 'dragover']) document.addEventListener(type, (event) => {
  event.preventDefault();
  drop?.classList.add('over');
});
document.addEventListener('dragleave', () => drop?.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop?.classList.remove('over');
  if (drop && !byId('start').hidden) scanFile(event.dataTransfer.files[0]);
});
byId('typed')?.addEventListener('submit', (event) => {
  event.preventDefault();
  begin({ text: byId('code').value });
});
for (const button of document.querySelectorAll('[data-biometric]')) button.addEventListener('click', () => {
  const sensor = byId('sensor').value;
  const outcome = sensor === 'no-living' ? 'liveness-failed' : sensor;
  answer(outcome, button.dataset.biometric);
});
byId('numbers').addEventListener('change', () => fail(''));
byId('deny').addEventListener('click', () => answer('deny'));
byId('again').addEventListener('click', () => show('start'));
byId('enrol').addEventListener('submit', async (event) => {
  event.preventDefault();
  const said = await ask('/app/enrol', {
    userName: byId('enrol-user').value.trim(), enrolmentCode: byId('enrol-code').value.trim(),
  });
  if (said) location.reload();
});
`;
