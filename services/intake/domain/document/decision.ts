import type { Application, FollowKind } from '../case/application.ts';
import { kindUpon } from '../case/follows.ts';
import type { Sanction } from '../case/sanction.ts';
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
import { lawsIn } from './laws.ts';
import type { Label } from '#shared/paper/sheet';

/** How a kind of decision is worded, granted and refused; `adverse` is what goes against the applicant. */
interface Wording {
  titles: readonly [granted: string, refused: string];
  ruled: readonly [granted: string, refused: string];
  english: readonly [granted: string, refused: string];
  adverse: 'granted' | 'refused';
}

const applied = (what: string): Wording => ({
  titles: [`准予${what}决定书`, `不予${what}决定书`],
  ruled: [`符合法定条件、标准，本机关决定准予${what}`, `不符合法定条件、标准，本机关决定不予${what}`],
  english: ['Your application is granted.', 'Your application is refused, for the reasons given above.'],
  adverse: 'refused',
});

/** What a case upon another decides: the other decision, not an application. */
const upon: Record<Exclude<FollowKind, 'forward' | 'anew' | 'sanction'>, Wording> = {
  correct: {
    titles: ['更正决定书', '不予更正决定书'],
    ruled: ['原决定文书确有差错，本机关决定予以更正', '原决定文书并无差错，本机关决定不予更正'],
    english: ['The earlier decision is corrected.', 'The earlier decision is not corrected.'],
    adverse: 'refused',
  },
  // 行政许可法 art. 69
  revoke: {
    titles: ['撤销决定书', '不予撤销决定书'],
    ruled: ['本机关决定撤销原决定', '本机关决定不撤销原决定'],
    english: ['The earlier decision is revoked, for the reasons given above.', 'The earlier decision stands.'],
    adverse: 'granted',
  },
  review: {
    titles: ['行政复议决定书', '行政复议决定书'],
    ruled: ['复议请求成立，本机关决定支持复议请求', '复议请求不成立，本机关决定维持原决定'],
    english: ['Your request for reconsideration is upheld.', 'The decision under reconsideration stands.'],
    adverse: 'refused',
  },
};

/** What is decided of a licence (行政处罚法 art. 9). */
const sanctions: Record<Sanction, Wording> = {
  suspend: {
    titles: ['暂扣许可证件决定书', '不予暂扣许可证件决定书'],
    ruled: ['本机关决定暂扣该许可证件', '本机关决定不暂扣该许可证件'],
    english: ['The licence is suspended, for the reasons given above.', 'The licence is not suspended.'],
    adverse: 'granted',
  },
  resume: {
    titles: ['恢复许可证件效力决定书', '不予恢复许可证件效力决定书'],
    ruled: ['本机关决定恢复该许可证件的效力', '本机关决定不恢复该许可证件的效力'],
    english: ['The licence holds again.', 'The licence stays suspended, for the reasons given above.'],
    adverse: 'refused',
  },
  forfeit: {
    titles: ['吊销许可证件决定书', '不予吊销许可证件决定书'],
    ruled: ['本机关决定吊销该许可证件', '本机关决定不吊销该许可证件'],
    english: ['The licence is forfeited, for the reasons given above.', 'The licence is not forfeited.'],
    adverse: 'granted',
  },
};

/** 行政复议法 (2023) arts 63, 64: what becomes of a decision that does not stand. */
function ruledIn({ decision: made }: Application): { zh: string; english: string } | undefined {
  if (made?.ruling === 'changed') {
    return { zh: '本机关决定变更原决定', english: 'The decision is changed, as said above.' };
  }
  if (made?.ruling !== 'annulled') return undefined;
  return made.anew
    ? {
        zh: '本机关决定撤销原决定，责令原机关重新作出决定',
        english: 'The decision is annulled; the office decides anew.',
      }
    : { zh: '本机关决定撤销原决定', english: 'The decision is annulled.' };
}

/** 准予 / 不予许可决定书; other kinds of items, and cases upon others, have a decision by the same rules. */
export function decision(about: About): Content {
  const { application, item, against } = about;
  const { follows, decision: made, decidedAt, outcome } = application;
  const [as, ruled] = [kindUpon(follows), ruledIn(application)];
  const wording = wordingOf(follows) ?? applied(item.type === '01' ? '行政许可' : '办理');
  const place = outcome === 'granted' ? 0 : 1;
  const adverse = (wording.adverse === 'granted') === (place === 0);
  return {
    title: { zh: wording.titles[place], en: place === 0 ? 'Decision: granted' : 'Decision: refused' },
    blocks: [
      passage(
        `${receivedOn(application)}收到的“${item.name}”${as ? '后续事项' : '申请'}，经依法审查，依照${lawsIn(item.basis)}等规定，${ruled?.zh ?? wording.ruled[place]}。`,
      ),
      ...(as && follows ? [passage(`事由：${follows.why}`)] : []),
      ...(made ? [passage(`决定意见：${made.opinion}`)] : []),
      ...(made?.reasons ? [passage(`理由：${made.reasons}`)] : []),
      ...(made?.against ? [passage(`会审中${namesOf(against)}的不同意见未予采纳，理由：${made.against.reasons}`)] : []),
      ...(made?.changedTo ? [passage(`变更后的决定：${made.changedTo}`)] : []),
      ...deceptionIn(made),
      table(...caseRows(about), row('决定日期', 'Decided on', decidedAt && dayOn(decidedAt))),
      ...(adverse ? [remedies] : []),
    ],
    english: [ruled?.english ?? wording.english[place], ...(adverse ? [remediesInEnglish] : []), chineseHolds],
  };
}

/** What was hidden or false, and until when nobody applies again. */
function deceptionIn(made: Application['decision']) {
  const { found, basis, until } = made?.deception ?? {};
  if (!found || !basis) return [];
  const barred = until ? `，至${until}（含当日）不得再次申请该许可` : '';
  return [passage(`经查，存在隐瞒有关情况或者提供虚假材料等情形：${found}。依照${lawsIn(basis)}认定${barred}。`)];
}

function wordingOf(follows: Application['follows']): Wording | undefined {
  const as = kindUpon(follows);
  return as === 'sanction' ? sanctions[follows?.sanction ?? 'suspend'] : as && upon[as];
}

const namesOf = (offices: readonly Label[]): string => offices.map(({ zh }) => zh).join('、');
