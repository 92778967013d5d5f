import { createHash } from 'node:crypto';

export type Language = 'zh-CN' | 'en';

export const colours = {
  text: '#1a1a1a',
  background: '#ffffff',
  quiet: '#4a4a4a',
  button: '#0b4f9e',
  buttonText: '#ffffff',
  warning: '#5c3b00',
  warningBackground: '#fff3d6',
} as const;

const style = `
:root{color:${colours.text};background:${colours.background};font:18px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem}
.demonstration{color:${colours.warning};background:${colours.warningBackground};padding:1rem;border-left:.4rem solid ${colours.warning}}
.quiet{color:${colours.quiet}}
label{display:block;font-weight:600;margin-top:1.5rem}
select{font:inherit;width:100%;min-height:48px;color:inherit;background:${colours.background};border:2px solid ${colours.quiet}}
button{font:inherit;font-weight:600;min-height:60px;min-width:12rem;margin:1.5rem 1rem 0 0;color:${colours.buttonText};background:${colours.button};border:0;border-radius:.3rem}
a{display:inline-block;min-height:44px;color:${colours.button}}
:focus-visible{outline:.25rem solid ${colours.warning};outline-offset:.2rem}
`;

/** No script, nothing from elsewhere. `form-action` is left open, because a sign-in ends in a redirect to the caller. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A whole page around a body that is already HTML. */
export function page(language: Language, title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (character) => named[character] ?? character);
}

/** The page's language: what was chosen, else what the caller or the browser asks for, else Chinese. */
export function languageOf(...wishes: (string | null | undefined)[]): Language {
  const wish = wishes.find((text) => /^\s*(zh|en)/i.test(text ?? ''));
  return /^\s*en/i.test(wish ?? '') ? 'en' : 'zh-CN';
}
