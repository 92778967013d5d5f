import { dayOf } from '#shared/calendar';
import { dayInWords, type Label, type Row, type Sheet } from '#shared/paper/sheet';
import type { Project } from '../project/project.ts';
import type { Mandate } from './mandate.ts';

const stageNames = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'];
const outcomes = new Map<Mandate['state'], string>([
  ['ended', '代办结束'],
  ['ended-by-window', '窗口终止'],
  ['terminated', '代办终止'],
]);
const byItself = new Map<NonNullable<NonNullable<Mandate['ending']>['why']>, string>([
  ['investor-changed', '建设单位已经变更'],
  ['project-over', '项目已经终止、并入或者拆分'],
  ['until', '委托期限届满'],
]);

const row = (zh: string, en: string, value: string | undefined): Row[] =>
  value === undefined ? [] : [{ label: { zh, en }, value }];
const day = (at: Date | undefined) => at && dayInWords(dayOf(at));

/** 代办结束单: what was agreed, who acted and how it ended. It names projects and organisations, and officers by their party alone. */
export function closingSheet(
  found: Mandate,
  { project, office }: { project: Pick<Project, 'name' | 'code' | 'investor'>; office: Label },
): Sheet {
  const { number, stages, extent, items, principal, officers, sealed, doneAt, ending, state } = found;
  const { investor } = project;
  const agreed = [
    ...row('委托单位', 'Investor', investor.partyId === principal ? investor.name : principal),
    ...row('项目名称', 'Project', project.name),
    ...row('项目代码', 'Project code', project.code),
    ...row('代办阶段', 'Stages', stages.map((n) => `${n} ${stageNames[n - 1] ?? ''}`).join('；')),
    ...row('代办方式', 'Extent', extent === 'full' ? '全程代办' : `部分代办：${items.join('、')}`),
    ...row('签章日期', 'Sealed', day(sealed?.at)),
  ];
  const ended = [
    ...row('窗口办结', 'Done at the window', day(doneAt)),
    ...row('办理结果', 'Outcome', outcomes.get(state)),
    ...row('原因', 'Reasons', ending?.reasons ?? (ending?.why && byItself.get(ending.why))),
    ...row('日期', 'Day', ending?.day === undefined ? undefined : dayInWords(ending.day)),
    ...row('代办费用', 'Fee', '不收费'),
  ];
  const served = officers.flatMap(({ partyId, from, until }) =>
    from ? row('代办员', 'Officer', `${partyId}，自${day(from)}${until ? `至${day(until)}` : ''}`) : [],
  );
  return {
    title: { zh: '投资项目代办结束单', en: 'Closing sheet of a mandate' },
    number,
    blocks: [
      { kind: 'table', heading: { zh: '委托内容', en: 'What was agreed' }, rows: agreed },
      { kind: 'table', heading: { zh: '代办员', en: 'Who acted' }, rows: served },
      { kind: 'table', heading: { zh: '办理情况', en: 'How it ended' }, rows: ended },
    ],
    english: ['The mandate named above is over. Acting for the investor was free of charge.'],
    office,
    day: dayOf(endedAt(found)),
    verification: number,
    check: '凭协议编号向代办窗口查验。Verify by the number of the mandate at the window.',
  };
}

/** When it was over: as it was said, else when the last officer’s work was done. */
const endedAt = ({ ending, doneAt, askedAt }: Mandate): Date => ending?.at ?? doneAt ?? askedAt;
