/** What the verification page does in a browser: reads a file, asks, and shows the answer as text, never as HTML. */
export const verifyScript = `
'use strict';
const words = JSON.parse(document.getElementById('words').textContent);
const [form, input, result] = ['form', 'file', 'result'].map((id) => document.getElementById(id));

function show(verdict, text, facts) {
  result.dataset.verdict = verdict;
  const said = document.createElement('p');
  said.textContent = text;
  const list = document.createElement('dl');
  for (const [name, value] of facts) {
    if (!value) continue;
    const [term, fact] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = words[name];
    fact.textContent = value;
    list.append(term, fact);
  }
  result.replaceChildren(said, list);
}

function base64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function verify(file) {
  if (file.size > 190000) return show('', words.large, []);
  show('', words.busy, []);
  const content = base64(new Uint8Array(await file.arrayBuffer()));
  const reply = await fetch('documents/verify', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshKey(), 'Accept-Language': words.lang },
    body: JSON.stringify({ content }),
  });
  const { verdict, text, title, set, signer, document: made } = await reply.json();
  if (!reply.ok) return show('', title || words.failed, []);
  const inWords = (label) => (words.lang === 'en' ? label.en + ' ' + label.zh : label.zh);
  show(verdict, text, [
    ['kind', made && inWords(made.title)],
    ['number', made && made.number],
    ['office', made && inWords(made.office)],
    ['day', made && made.day],
    ['signer', signer],
    ['sealedAt', made && new Date(made.sealedAt).toLocaleString(words.lang, { timeZone: 'Asia/Shanghai' })],
    ['verification', made && made.verification],
    ['set', set],
  ]);
}

const take = (file) => file && verify(file).catch(() => show('', words.failed, []));
input.addEventListener('change', () => take(input.files[0]));
form.addEventListener('dragover', (event) => { event.preventDefault(); form.classList.add('over'); });
form.addEventListener('dragleave', () => form.classList.remove('over'));
form.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('over');
  take(event.dataTransfer.files[0]);
});
`;
