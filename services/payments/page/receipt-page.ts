import { createHash } from 'node:crypto';
import { once } from '#shared/once';
import type { Language } from '#shared/problem';
import type { Verified } from '../functions/receipt/verify-receipt.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } small { opacity: .75; }
form { display: grid; gap: .5rem; border: 1px solid #8888; border-radius: .5rem; padding: 1.25rem; }
input, button { font: inherit; padding: .25rem .5rem; }
section { margin-top: 1.5rem; border-left: .4rem solid #8888; padding: .25rem 1rem; }
.good, .entered { border-color: #1a7f37; } .reversed, .red, .unknown { border-color: #c8102e; }
section p { font-weight: 600; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }`;

const words = {
  zh: {
    lang: 'zh-CN',
    title: '财政电子票据查验',
    other: 'Verify a fiscal receipt',
    code: '票据代码',
    number: '票据号码',
    check: '校验码',
    ask: '查验',
    unknown: '没有这张票据，请核对票据代码、号码和校验码。',
    payee: '执收单位',
    day: '开票日期',
    amount: '金额',
    reverses: '冲红的原票据',
    reversedBy: '红字票据',
  },
  en: {
    lang: 'en',
    title: 'Verify a fiscal receipt',
    other: '财政电子票据查验',
    code: 'Code',
    number: 'Number',
    check: 'Check code',
    ask: 'Verify',
    unknown: 'There is no such receipt; look at its code, number and check code.',
    payee: 'Payee',
    day: 'Issued on',
    amount: 'Amount',
    reverses: 'Takes back',
    reversedBy: 'Taken back by',
  },
} as const satisfies Record<Language, Record<string, string>>;

const fields = ['code', 'number', 'check'] as const;

export interface Shown {
  /** What the address names, as it was written. */
  query: Partial<Record<(typeof fields)[number], string | undefined>>;
  isAsked: boolean;
  found: Verified | undefined;
}

/** The page on which anybody verifies a receipt: no script, and what was found already in it. */
export function receiptPage({ query, isAsked, found }: Shown, language: Language): string {
  const said = words[language];
  const inputs = fields.map(
    (name) => `<label for="${name}">${said[name]}</label>
<input id="${name}" name="${name}" value="${escaped(query[name] ?? '')}" autocomplete="off" required>`,
  );
  const result = found ? foundIn(found, language) : `<section class="unknown"><p>${said.unknown}</p></section>`;
  return `<!DOCTYPE html>
<html lang="${said.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${said.title} · Banshi 办事</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${said.title} <small>${said.other}</small></h1>
<form method="get">${inputs.join('\n')}
<button>${said.ask}</button></form>
${isAsked ? result : ''}
</main>
</body>
</html>
`;
}

const numberOf = (one: { code: string; number: string } | undefined) => one && `${one.code} ${one.number}`;

function foundIn(found: Verified, language: Language): string {
  const said = words[language];
  const { verdict, text, payeeName, payee, day, amountFen, kind, reverses, reversedBy } = found;
  const sign = kind === 'red' ? '-' : '';
  const facts = [
    [said.payee, payeeName?.[language] ?? payee],
    [said.day, day],
    [said.amount, `${sign}¥${(amountFen / 100).toFixed(2)}`],
    [said.reverses, numberOf(reverses)],
    [said.reversedBy, numberOf(reversedBy)],
  ];
  const list = facts.flatMap(([term, fact]) => (fact ? [`<dt>${term}</dt><dd>${escaped(fact)}</dd>`] : []));
  return `<section class="${verdict}"><p>${text}</p><dl>${list.join('')}</dl></section>`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Nothing runs, and nothing is asked but this page (Content Security Policy 3). */
export const pageHeaders = once(() => {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = ["default-src 'none'", `style-src 'sha256-${hash}'`, "base-uri 'none'", "form-action 'self'"];
  const rest = ["frame-ancestors 'none'"];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [...policy, ...rest].join('; '),
  };
});
