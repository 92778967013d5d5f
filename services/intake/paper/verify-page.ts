import { createHash } from 'node:crypto';
import { once } from '#shared/once';
import type { Language } from '#shared/problem';
import { verifyScript } from './verify-script.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } small { opacity: .75; }
form { border: 2px dashed #8888; border-radius: .5rem; padding: 1.25rem; }
form.over { border-color: #c8102e; }
label { display: block; margin-bottom: .5rem; font-weight: 600; }
input { font: inherit; max-width: 100%; }
output { display: block; margin-top: 1.5rem; border-left: .4rem solid #8888; padding: .25rem 1rem; }
output:empty { display: none; }
output[data-verdict=intact] { border-color: #1a7f37; }
output[data-verdict=altered] { border-color: #c8102e; }
output p { font-weight: 600; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }`;

const words: Record<Language, Record<string, string>> = {
  zh: {
    lang: 'zh-CN',
    title: '文书核验',
    other: 'Verify a document',
    intro:
      '选择或拖入本区政务服务机关签发的 PDF 文书（不超过 190 KB），核验是否由本系统签发、内容是否被改动。文件只用于核验，不作保存。',
    choose: '文书（PDF）',
    script: '本页需要 JavaScript。',
    busy: '正在核验……',
    large: '文件过大：本系统签发的文书不超过 190 KB。',
    failed: '核验未能完成，请稍后重试。',
    kind: '文书',
    number: '文号',
    office: '签发机关',
    day: '落款日期',
    signer: '电子印章',
    sealedAt: '签章时间',
    verification: '校验号',
    set: '签发地区',
  },
  en: {
    lang: 'en',
    title: 'Verify a document',
    other: '文书核验',
    intro:
      'Choose or drop a PDF that an office of this set has issued (at most 190 KB), to learn whether it was made here and has not been altered. The file is not kept.',
    choose: 'Document (PDF)',
    script: 'This page needs JavaScript.',
    busy: 'Checking …',
    large: 'The file is too large: no document made here is over 190 KB.',
    failed: 'The check could not be completed; please try again later.',
    kind: 'Document',
    number: 'Number',
    office: 'Office',
    day: 'Dated',
    signer: 'Seal',
    sealedAt: 'Sealed at',
    verification: 'Verification number',
    set: 'Made by the set',
  },
};

/** The page on which anybody checks a document: one file, which asks nothing of anybody but this service. */
export function verifyPage(language: Language): string {
  const said = words[language];
  return `<!DOCTYPE html>
<html lang="${said['lang']}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said['title']} · Banshi 办事</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${said['title']} <small>${said['other']}</small></h1>
<p>${said['intro']}</p>
<form id="form"><label for="file">${said['choose']}</label><input id="file" type="file" accept="application/pdf,.pdf"></form>
<output id="result" for="file" aria-live="polite"></output>
<noscript>${said['script']}</noscript>
</main>
<script id="words" type="application/json">${JSON.stringify(said)}</script>
<script>${verifyScript}</script>
</body>
</html>
`;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing runs and nothing is asked but what stands in the page (Content Security Policy 3). */
export const verifyHeaders = once(() => {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(verifyScript)}`,
    `style-src ${hash(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy.join('; ') };
});
