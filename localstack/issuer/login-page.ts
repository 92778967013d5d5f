import { accounts, places } from './accounts.ts';
import type { Account } from './accounts.ts';
import { escapeHtml, page } from './page.ts';
import type { Language } from './page.ts';

const texts = {
  'zh-CN': {
    title: '统一身份认证（演示）',
    demonstration: '这是演示系统，所有人员和单位都是虚构的。不需要密码，请不要输入真实信息。',
    account: '以谁的身份登录',
    choose: '请选择演示账号',
    help: '键盘输入账号名的前几个字母可以快速定位。工作人员视为已完成双因素认证。',
    submit: '登录',
    applicants: '申请人',
    desks: '窗口与后台',
    departments: '部门',
    other: 'English',
    otherLanguage: 'en',
    unknown: '没有这个演示账号，请从列表中选择。',
  },
  en: {
    title: 'Sign in (demonstration)',
    demonstration:
      'This is a demonstration: every person and company in it is made up. No password; enter nothing real.',
    account: 'Sign in as',
    choose: 'Choose a demo account',
    help: 'Type the first letters of an account to find it. Staff count as having given a second factor.',
    submit: 'Sign in',
    applicants: 'Applicants',
    desks: 'desks and offices',
    departments: 'departments',
    other: '中文',
    otherLanguage: 'zh-CN',
    unknown: 'There is no such demo account: choose one from the list.',
  },
} as const satisfies Record<Language, Record<string, string>>;

export interface LoginPage {
  language: Language;
  /** Path of the interaction, to which `/login` is posted. */
  path: string;
  unknownAccount: boolean;
}

/** Lets a person choose whose part to play. */
export function loginPage({ language, path, unknownAccount }: LoginPage): string {
  const text = texts[language];
  const problem = unknownAccount ? `<p role="alert" class="demonstration" id="problem">${text.unknown}</p>\n` : '';

  return page(
    language,
    text.title,
    `<p class="demonstration">${text.demonstration}</p>
${problem}<form method="post" action="${escapeHtml(path)}/login?lang=${language}">
<label for="account">${text.account}</label>
<p class="quiet" id="help">${text.help}</p>
<select id="account" name="account" required autofocus aria-describedby="help${unknownAccount ? ' problem' : ''}">
<option value="">${text.choose}</option>
${groups(language)}
</select>
<button type="submit">${text.submit}</button>
</form>
<p><a href="${escapeHtml(path)}?lang=${text.otherLanguage}" lang="${text.otherLanguage}" hreflang="${text.otherLanguage}">${text.other}</a></p>`,
  );
}

function groups(language: Language): string {
  const text = texts[language];
  const applicants = accounts.filter(({ posts }) => posts.length === 0);
  const perPlace = places.flatMap(({ district, name, nameEn }) => {
    const inPlace = accounts.filter(({ posts }) => posts.some((post) => post.district === district));
    const place = language === 'en' ? nameEn : name;
    return [
      group(language, `${place} · ${text.desks}`, inPlace.filter(isDesk)),
      group(
        language,
        `${place} · ${text.departments}`,
        inPlace.filter((account) => !isDesk(account)),
      ),
    ];
  });
  return [group(language, text.applicants, applicants), ...perPlace].join('\n');
}

function group(language: Language, label: string, members: readonly Account[]): string {
  const options = members.map(({ account, name, nameEn }) => {
    const shown = `${account} · ${language === 'en' ? nameEn : name}`;
    return `<option value="${account}">${escapeHtml(shown)}</option>`;
  });
  return `<optgroup label="${escapeHtml(label)}">\n${options.join('\n')}\n</optgroup>`;
}

function isDesk({ posts }: Account): boolean {
  return posts.every((post) => post.department === undefined);
}
