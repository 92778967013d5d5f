import { createHash } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { verifyHeaders, verifyPage } from './verify-page.ts';
import { verifyScript } from './verify-script.ts';

interface Element {
  tag: string;
  listeners: Map<string, (event: object) => void>;
  children: Element[];
  textContent: string;
  dataset: Record<string, string>;
  files: object[];
}

/** As much of a browser's document as the page's script touches. */
function element(tag: string): Element {
  const listeners: Element['listeners'] = new Map();
  const children: Element[] = [];
  const methods = {
    classList: { add: () => undefined, remove: () => undefined },
    append: (...more: Element[]) => void children.push(...more),
    replaceChildren: (...all: Element[]) => void children.splice(0, children.length, ...all),
    addEventListener: (name: string, listener: (event: object) => void) => void listeners.set(name, listener),
  };
  return {
    ...methods,
    tag,
    listeners,
    children,
    textContent: '',
    dataset: {},
    files: [],
  };
}

/** The page in a browser of its own, with a service that answers so. */
function opened(reply: { ok: boolean; body: object }) {
  const words = element('script');
  [, words.textContent = ''] = /<script id="words"[^>]*>(.*?)<\/script>/.exec(verifyPage('zh')) ?? [];
  const byId = { words, form: element('form'), file: element('input'), result: element('output') };
  const asked: { url: string; body: string; headers: Record<string, string> }[] = [];
  const page = createContext({
    document: { getElementById: (id: keyof typeof byId) => byId[id], createElement: element },
    fetch: async (url: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
      asked.push({ url, body, headers });
      return { ok: reply.ok, json: async () => reply.body };
    },
    btoa,
    crypto,
    Uint8Array,
  });
  new Script(verifyScript).runInContext(page);
  const choose = async (bytes: Uint8Array) => {
    byId.file.files = [{ size: bytes.length, arrayBuffer: async () => bytes }];
    byId.file.listeners.get('change')?.({});
    await expect.poll(() => byId.result.children[0]?.textContent).not.toMatch(/^$|……$/);
    return byId.result;
  };
  return { choose, asked };
}

const label = (zh: string) => ({ zh, en: zh });
const made = {
  title: label('收件凭证'),
  office: label('鼓楼区市场监督管理局'),
  day: '2026-08-03',
  verification: 'GULOU-7KQ2-MZ8N-4RTA',
  sealedAt: '2026-08-03T01:12:44.000Z',
};

test('a chosen file is asked about, and the answer shown with signer and date', async () => {
  const body = { verdict: 'intact', text: '未被改动。', signer: '鼓楼区市场监督管理局', document: made };
  const { choose, asked } = opened({ ok: true, body });
  const result = await choose(Buffer.from('%PDF-1.7'));
  expect(asked).toMatchObject([
    { url: 'documents/verify', headers: { 'Idempotency-Key': expect.stringMatching(/^\w{32}$/) } },
  ]);
  expect(JSON.parse(asked[0]!.body)).toEqual({ content: Buffer.from('%PDF-1.7').toString('base64') });
  expect(result.dataset['verdict']).toBe('intact');
  const [said, list] = result.children;
  expect(said!.textContent).toBe('未被改动。');
  const facts = list!.children.map(({ textContent }) => textContent);
  expect(facts).toEqual(expect.arrayContaining(['文书', '收件凭证', '落款日期', '2026-08-03', '电子印章', '签章时间']));
  expect(facts).not.toContain('文号');
});

test('a refusal and a file that is too large are told, and the latter is not sent', async () => {
  const refused = opened({ ok: false, body: { title: '提交的内容有误。' } });
  expect((await refused.choose(Buffer.from('x'))).children[0]?.textContent).toBe('提交的内容有误。');
  const large = opened({ ok: true, body: {} });
  expect((await large.choose(Buffer.alloc(190_001))).children[0]?.textContent).toContain('190 KB');
  expect(large.asked).toEqual([]);
});

test('the rules of the page allow its own script and style, by their hashes', () => {
  const policy = verifyHeaders()['Content-Security-Policy'];
  for (const language of ['zh', 'en'] as const) {
    const page = verifyPage(language);
    const texts = [/<script>([^]*?)<\/script>/, /<style>([^]*?)<\/style>/].map((part) => part.exec(page)?.[1] ?? '');
    for (const text of texts) expect(policy).toContain(createHash('sha256').update(text).digest('base64'));
    expect(page.match(/<script/g)).toHaveLength(2);
  }
});
