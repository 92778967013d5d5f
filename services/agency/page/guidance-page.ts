import { createHash } from 'node:crypto';
import { once } from '#shared/once';
import type { Language } from '#shared/problem';
import type { Guided } from '../domain/guidance/guidance.ts';
import type { Sheet } from '../domain/guidance/sheet.ts';
import type { Project } from '../domain/project/project.ts';

const style = `
:root { font: 1rem/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } caption { text-align: left; }
th, td { border: 1px solid #888; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }`;

const words = {
  zh: {
    lang: 'zh-CN',
    title: '投资项目办事指导单',
    code: '项目代码',
    sheet: '第{n}号，{day}',
    end: '预计办结',
    note: '说明',
    caption: '牵头部门 {lead}，承诺 {days} 个工作日',
    heads: ['事项', '办理部门', '承诺（工作日）', '在其之后', '需要的材料', '指南'],
    unknown: '待定：取决于 ',
    off: '不需办理',
    onSpot: '当日',
    guide: '见指南',
    shared: '（共享获取，免交）',
    deferrable: '（可容缺）',
    optional: '（选交）',
    or: ' 或 ',
    changed: '自本单出具后，以下事项已有变化，请向代办员索取新单：',
    free: '帮办代办不收费；法定规费由项目单位按规定缴纳。',
  },
  en: {
    lang: 'en',
    title: 'Guidance sheet of an investment project',
    code: 'Code',
    sheet: 'No. {n}, {day}',
    end: 'Expected end',
    note: 'Note',
    caption: 'Lead department {lead}, promised in {days} working days',
    heads: ['Item', 'Department', 'Working days', 'After', 'To bring', 'Guide'],
    unknown: 'To be seen, by ',
    off: 'Not needed',
    onSpot: 'on the day',
    guide: 'see the guide',
    shared: ' (from a register, not to be brought)',
    deferrable: ' (may follow)',
    optional: ' (if there is one)',
    or: ' or ',
    changed: 'Since this was given out, these have changed; ask the officer for a new sheet: ',
    free: 'The officer’s help is free; fees of the law are the investor’s to pay.',
  },
} as const satisfies Record<Language, object>;
type Words = (typeof words)[Language];

interface Printed {
  project: Pick<Project, 'name' | 'code'>;
  sheet: Sheet;
  sinceThen: readonly { key: string }[];
}

/** A sheet as a page without script, to be printed. */
export function guidancePage({ project, sheet, sinceThen }: Printed, language: Language): string {
  const say = words[language];
  const { said, n, note } = sheet;
  const stages = said.stages.map((stage) => {
    const name = language === 'zh' ? stage.name : stage.nameEn;
    const caption = say.caption.replace('{lead}', stage.lead).replace('{days}', String(stage.limitDays));
    const rows = stage.items.filter(({ applies }) => applies !== 'no').map((item) => rowOf(item, say));
    const off = stage.items.filter(({ applies }) => applies === 'no').map(({ key }) => key);
    const heads = say.heads.map((head) => `<th scope="col">${head}</th>`).join('');
    return `<h2>${stage.n} ${escaped(name)}</h2>
<table><caption>${escaped(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>
${off.length > 0 ? `<p>${say.off}: ${escaped(off.join(', '))}</p>` : ''}`;
  });
  const keys = [...new Set(sinceThen.map(({ key }) => key))];
  return `<!doctype html><html lang="${say.lang}"><head><meta charset="utf-8"><title>${say.title}</title><style>${style}</style></head><body>
<h1>${say.title}</h1><p>${escaped(project.name)}${project.code ? ` · ${say.code} ${escaped(project.code)}` : ''}</p>
<p>${say.sheet.replace('{n}', String(n)).replace('{day}', said.day)}${said.expectedEnd ? ` · ${say.end} ${said.expectedEnd}` : ''}</p>
${note === undefined ? '' : `<p>${say.note}: ${escaped(note)}</p>`}${keys.length > 0 ? `<p><strong>${say.changed}${escaped(keys.join(', '))}</strong></p>` : ''}
${stages.join('\n')}<p>${say.free}</p></body></html>`;
}

function rowOf({ key, department, days, applies, asks = [], after, wanted, guide }: Guided, say: Words): string {
  const cells = [
    applies === 'unknown' ? `${key} — ${say.unknown}${asks.join(', ')}` : key,
    department,
    days === 0 ? say.onSpot : String(days),
    after.map((one) => one.join(say.or)).join(', '),
    wanted
      ? wanted
          .map(({ requirement, must, shared }) => requirement + (shared ? say.shared : markOf(must, say)))
          .join(', ')
      : say.guide,
    guide,
  ];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

const markOf = (must: 'must' | 'optional' | 'deferrable', say: Words): string => (must === 'must' ? '' : say[must]);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);

/** Nothing but its own style may be used by the page. */
export const pageHeaders = once(() => ({
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`,
}));
