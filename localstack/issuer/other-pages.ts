import { escapeHtml, page } from './page.ts';
import type { Language } from './page.ts';

const texts = {
  'zh-CN': {
    failed: '登录未完成',
    restart: '请回到办事页面重新登录。',
    leave: '退出登录',
    leaveQuestion: '要退出演示账号吗？',
    yes: '退出',
    no: '保持登录',
    left: '已退出登录',
    leftText: '可以关闭此页面。',
  },
  en: {
    failed: 'Sign-in was not completed',
    restart: 'Go back to the page you came from and sign in again.',
    leave: 'Sign out',
    leaveQuestion: 'Sign out of the demo account?',
    yes: 'Sign out',
    no: 'Stay signed in',
    left: 'Signed out',
    leftText: 'You may close this page.',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function failedPage(language: Language, reason: string): string {
  const text = texts[language];
  return page(language, text.failed, `<p role="alert">${text.restart}</p>\n<p class="quiet">${escapeHtml(reason)}</p>`);
}

/** `form` is the provider's own, hidden form `op.logoutForm`. */
export function signOutPage(language: Language, form: string): string {
  const text = texts[language];
  return page(
    language,
    text.leave,
    `<p>${text.leaveQuestion}</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">${text.yes}</button>
<button type="submit" form="op.logoutForm">${text.no}</button>`,
  );
}

export function signedOutPage(language: Language): string {
  const text = texts[language];
  return page(language, text.left, `<p>${text.leftText}</p>`);
}
