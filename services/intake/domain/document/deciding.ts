import { dueBy } from '../case/standing.ts';
import type { SpecialProcedure } from '../catalogue/item.ts';
import {
  caseRows,
  chineseHolds,
  dayOn,
  passage,
  receivedOn,
  remedies,
  remediesInEnglish,
  row,
  table,
  type About,
  type Content,
} from './about.ts';

const procedures: Record<SpecialProcedure, string> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
  evaluation: '评估',
  publicity: '公示',
  'on-site': '现场勘查',
};

/** 特别程序告知书: its time is not counted, which must be told in writing (行政许可法 art. 45). */
export function specialProcedure(about: About): Content {
  const { application, item, at } = about;
  const pause = application.pauses.find(({ from }) => from.getTime() === at.getTime());
  const name = pause && pause.kind !== 'supplement' ? procedures[pause.kind] : '特别程序';
  return {
    title: { zh: '特别程序告知书', en: 'Notice of a special procedure' },
    blocks: [
      passage(
        `你（单位）申请的“${item.name}”依法需要进行${name}。依照《中华人民共和国行政许可法》第四十五条，自${dayOn(at)}的次日起至${name}结束之日，所需时间不计入办理时限。`,
      ),
      passage(`理由：${pause?.why ?? ''}`),
      table(...caseRows(about), row('特别程序', 'Procedure', name)),
    ],
    english: ['A procedure that the law provides for is needed; its time is not counted.', chineseHolds],
  };
}

/** 延长办理期限告知书: once, and with the reason (行政许可法 art. 42). */
export function extension(about: About): Content {
  const { application, item, at, calendar } = about;
  const { extension: given } = application;
  const pauses = application.pauses.filter(({ until }) => until !== undefined && until <= at);
  const due = dueBy({ ...application, pauses }, 'promised', calendar);
  return {
    title: { zh: '延长办理期限告知书', en: 'Notice of extension' },
    blocks: [
      passage(
        `你（单位）申请的“${item.name}”不能在期限内作出决定。依照《中华人民共和国行政许可法》第四十二条，经本机关负责人批准，办理期限延长${given?.days ?? 0}个工作日。`,
      ),
      passage(`理由：${given?.why ?? ''}`),
      table(
        ...caseRows(about),
        row('延长后的办结日期', 'Now due by', due && !due.provisional ? dayOn(due.dueAt) : undefined),
      ),
    ],
    english: ['The time for the decision has been extended once, for the reason given above.', chineseHolds],
  };
}

/** 准予 / 不予许可决定书; other kinds of items have a decision by the same rules. */
export function decision(about: About): Content {
  const { application, item } = about;
  const granted = application.outcome === 'granted';
  const licensing = item.type === '01';
  const what = licensing ? '行政许可' : '办理';
  const { decision: made, decidedAt } = application;
  return {
    title: {
      zh: licensing ? `${granted ? '准予' : '不予'}行政许可决定书` : `${granted ? '准予' : '不予'}办理决定书`,
      en: granted ? 'Decision: granted' : 'Decision: refused',
    },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，经依法审查，${granted ? '符合法定条件、标准' : '不符合法定条件、标准'}。依照${lawsIn(item.basis)}等规定，本机关决定${granted ? '准予' : '不予'}${what}。`,
      ),
      ...(made ? [passage(`决定意见：${made.opinion}`)] : []),
      ...(made?.reasons ? [passage(`理由：${made.reasons}`)] : []),
      table(...caseRows(about), row('决定日期', 'Decided on', decidedAt && dayOn(decidedAt))),
      ...(granted ? [] : [remedies]),
    ],
    english: [
      granted ? 'Your application is granted.' : 'Your application is refused, for the reasons given above.',
      ...(granted ? [] : [remediesInEnglish]),
      chineseHolds,
    ],
  };
}

/** The laws of a basis as a document cites them: 《食品安全法》第35条、《…》. */
function lawsIn(basis: string): string {
  return basis
    .split(/[;；]/)
    .map((one) => one.trim().replaceAll(/[《》]/g, ''))
    .filter(Boolean)
    .map((one) =>
      one.replace(/^(.*?)(?: arts?\. ?(\d+).*)?$/, (_, law: string, n?: string) => `《${law}》${n ? `第${n}条` : ''}`),
    )
    .join('、');
}

/** 撤回凭证: the applicant took his case back. */
export function withdrawal(about: About): Content {
  const { application, item, at } = about;
  return {
    title: { zh: '撤回申请凭证', en: 'Receipt of withdrawal' },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，已于${dayOn(at)}依你（单位）的请求撤回，本机关终止办理。需要时可以重新提出申请。`,
      ),
      table(...caseRows(about)),
    ],
    english: ['Your application has been withdrawn at your request; you may apply again.', chineseHolds],
  };
}

/** 终止办理告知书: a case that ends without a decision on what was applied for. */
export function closing(about: About): Content {
  const { application, item } = about;
  const why = {
    'no-correction': '未在补正期限内补正',
    forwarded: `已转报${application.forwardedTo ?? '有权机关'}办理`,
  } satisfies Partial<Record<NonNullable<typeof application.outcome>, string>>;
  const { outcome } = application;
  const reason = outcome === 'no-correction' || outcome === 'forwarded' ? why[outcome] : '该办件不应当成立，已作废';
  return {
    title: { zh: '终止办理告知书', en: 'Notice of closing' },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，因${reason}，本机关终止办理。需要时可以重新提出申请。`,
      ),
      table(...caseRows(about)),
    ],
    english: ['This case has been closed without a decision, for the reason given above.', chineseHolds],
  };
}
