import { correctBy, dueBy } from '../case/standing.ts';
import { lawsIn } from './laws.ts';
import type { Outcome } from '../case/application.ts';
import type { SpecialProcedure } from '../catalogue/item.ts';
import {
  caseRows,
  chineseHolds,
  dayOn,
  lastDayOf,
  passage,
  receivedOn,
  remedies,
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
  if (given?.at.getTime() !== at.getTime()) return moreTime(about);
  const pauses = application.pauses.filter(({ until }) => until !== undefined && until <= at);
  const due = dueBy({ ...application, pauses }, 'promised', calendar);
  return {
    title: { zh: '延长办理期限告知书', en: 'Notice of extension' },
    blocks: [
      passage(
        `你（单位）申请的“${item.name}”不能在期限内作出决定。依照${lawOf(about)}，经本机关负责人批准，办理期限延长${given.days}${given.unit === 'day' ? '日' : '个工作日'}。`,
      ),
      passage(`理由：${given.why}`),
      table(...caseRows(about), row('延长后的办结日期', 'Now due by', due && lastDayOf(due))),
    ],
    english: ['The time for the decision has been extended once, for the reason given above.', chineseHolds],
  };
}

/** By what right: the item's own law, that of a review, or the general one. */
function lawOf({ application, item }: About): string {
  if (application.follows?.as === 'review') return '《中华人民共和国行政复议法》第六十二条';
  return item.extension?.basis ? lawsIn(item.extension.basis) : '《中华人民共和国行政许可法》第四十二条';
}

/** 补正期限延长: the applicant has longer to answer a notice. */
function moreTime(about: About): Content {
  const { application, item, calendar } = about;
  const notice = application.corrections.at(-1);
  const until = notice && correctBy(notice, calendar);
  return {
    title: { zh: '延长补正期限告知书', en: 'More time for corrections' },
    blocks: [
      passage(
        `你（单位）申请的“${item.name}”的补正期限延长${notice?.extraDays ?? 0}个工作日，请在延长后的期限内提交补正内容。`,
      ),
      table(...caseRows(about), row('提交截止日期', 'To be sent in by', until && lastDayOf(until))),
    ],
    english: ['You have more time to send in what is to be corrected: until the day given above.', chineseHolds],
  };
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

const reasons = {
  'no-correction': '未在补正期限内补正',
  forwarded: '已转由有权办理的机关继续办理',
  void: '该办件不应当成立，已作废',
} satisfies Partial<Record<Outcome, string>>;

/** 终止办理告知书: a case that ends without a decision on what was applied for. */
export function closing(about: About): Content {
  const { application, item } = about;
  const { outcome } = application;
  const reason = outcome === 'no-correction' || outcome === 'forwarded' ? reasons[outcome] : reasons.void;
  return {
    title: { zh: '终止办理告知书', en: 'Notice of closing' },
    blocks: [
      passage(
        `你（单位）于${receivedOn(application)}提出的“${item.name}”申请，因${reason}，本机关终止办理。${outcome === 'forwarded' ? '' : '需要时可以重新提出申请。'}`,
      ),
      ...(outcome === 'void' && application.decision?.reasons
        ? [passage(`理由：${application.decision.reasons}`)]
        : []),
      table(...caseRows(about)),
      ...(outcome === 'void' ? [remedies] : []),
    ],
    english: ['This case has been closed without a decision, for the reason given above.', chineseHolds],
  };
}
