import { describe, expect, test } from 'vitest';

import { accounts } from './accounts.ts';
import { loginPage } from './login-page.ts';
import { failedPage, signOutPage, signedOutPage } from './other-pages.ts';
import { colours, escapeHtml, languageOf, page, pageHeaders } from './page.ts';

const path = '/issuer/interaction/abc';
const pageIn = (language: 'zh-CN' | 'en') => loginPage({ language, path, unknownAccount: false });

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the login page', () => {
  test.each([
    ['zh-CN', '统一身份认证（演示）', '所有人员和单位都是虚构的'],
    ['en', 'Sign in (demonstration)', 'every person and company in it is made up'],
  ] as const)('in %s says its language, its title and that it is a demonstration', (language, title, warning) => {
    const html = pageIn(language);

    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(warning);
  });

  test('labels its one field and describes it', () => {
    const html = loginPage({ language: 'en', path, unknownAccount: true });

    expect(html).toContain('<label for="account">');
    expect(html).toContain('id="account" name="account" required autofocus aria-describedby="help problem"');
    expect(html).toContain('id="help"');
    expect(html).toContain('role="alert" class="demonstration" id="problem"');
  });

  test('offers every account once', () => {
    const offered = [...pageIn('zh-CN').matchAll(/<option value="([^"]+)"/g)].map(([, account]) => String(account));

    expect(new Set(offered)).toEqual(new Set(accounts.map(({ account }) => account)));
    expect(offered).toHaveLength(accounts.length);
  });

  test('leads to the other language, in whose name the link is written', () => {
    expect(pageIn('zh-CN')).toContain(`<a href="${path}?lang=en" lang="en" hreflang="en">English</a>`);
    expect(pageIn('en')).toContain(`<a href="${path}?lang=zh-CN" lang="zh-CN" hreflang="zh-CN">中文</a>`);
  });

  test('asks nothing of anybody else and runs no script', () => {
    expect(pageIn('en')).not.toMatch(/<script|https?:|\/\//);
    expect(pageHeaders['content-security-policy']).toContain("default-src 'none'");
  });
});

test.each([
  [colours.text, colours.background],
  [colours.quiet, colours.background],
  [colours.button, colours.background],
  [colours.buttonText, colours.button],
  [colours.warning, colours.warningBackground],
])('%s on %s has enough contrast', (front, back) => {
  expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
});

test('letters and targets are large enough', () => {
  const html = page('en', 'x', '');

  expect(html).toContain('font:18px/1.5');
  expect(html).toContain('button{font:inherit;font-weight:600;min-height:60px');
});

test('the other pages are of the same make', () => {
  const form = '<form id="op.logoutForm"></form>';
  const pages = [failedPage('en', '<b>'), signOutPage('zh-CN', form), signedOutPage('en')];

  for (const html of pages) expect(html).toMatch(/<html lang="(en|zh-CN)">[^]*<h1>/);
  expect(pages[0]).toContain('&lt;b&gt;');
  expect(pages[1]).toContain(form);
});

test('text cannot become markup', () => {
  expect(escapeHtml(`<a b="c" d='&'>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;&amp;&#39;&gt;');
});

test.each([
  ['zh-CN', [null, undefined, 'fr, zh;q=0.5']],
  ['en', ['en', 'zh']],
  ['en', [null, 'en-GB,zh;q=0.9']],
  ['zh-CN', ['xx', 'zh-TW', 'en']],
] as const)('the language is %s for %j', (language, wishes) => {
  expect(languageOf(...wishes)).toBe(language);
});
