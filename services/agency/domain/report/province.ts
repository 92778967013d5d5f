import type { Reported } from './reported.ts';

/** States as a live system of the province names them (办件状态). Of what agency is not told it says nothing: see `unknown`. */
export const itemStates: Partial<Record<Reported['items'][number]['state'], string>> = {
  accepted: '正常受理',
  correcting: '材料补正',
  supplementing: '材料补正',
  suspended: '特别程序',
  granted: '办结通过',
  refused: '不通过',
};
export const notNeeded = '无需办理';

export const projectStates: Record<Reported['state'], string> = {
  reserve: '储备',
  coded: '已赋码',
  'in-approval': '审批中',
  'under-construction': '建设中',
  completed: '竣工',
  suspended: '暂停',
  terminated: '终止',
  merged: '并入',
  split: '拆分',
};

/** What the province's own description would have to say; until it does, nothing is invented here. */
export const unknown = [
  'interface: no description of one is public; the report is fetched as JSON',
  'item-codes: items are named by the keys of the catalogue, not by codes of the province',
  '容缺通过: agency is not told whether a grant tolerated a missing material; it is reported as 办结通过',
  '特别程序: every pause of an accepted case that is no correction is reported as such',
] as const;

/** A project as the province asks: by its code; undefined without one. */
export function forProvince({ code, region, state, stage, day, items, off }: Reported) {
  if (code === undefined) return undefined;
  const done = items.flatMap(({ itemKey, state: is, since, due, ended }) => {
    const named = itemStates[is];
    return named === undefined
      ? []
      : [{ itemKey, state: named, since, due, ended, overdue: due !== undefined && due < day }];
  });
  const left = off.map((itemKey) => ({ itemKey, state: notNeeded }));
  return { projectCode: code, region, state: projectStates[state], stage, day, items: [...done, ...left] };
}
