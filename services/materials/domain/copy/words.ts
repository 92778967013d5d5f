import type { Copy } from './copy.ts';

const roles: Record<string, string> = {
  window: '综合窗口',
  approver: '审批',
  head: '负责人',
  lead: '牵头部门',
};

/** A moment as it is written here: 2026-08-03 09:00, in Shanghai. */
function momentOn(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
}

/** What a watermark says on each page: short, so that it can be read across one. */
export function markOf({ office, at, id }: Copy): string {
  return `仅供办理使用 ${office} ${momentOn(at)} ${id.slice(0, 8)}`;
}

/** The page in front: office, post, case, time and purpose, line by line. */
export function noticeOf({ id, office, role, caseId, grantId, at, reason }: Copy): [label: string, value: string][] {
  const lines: [label: string, value: string | undefined][] = [
    ['副本编号 Copy', id],
    ['查阅单位 Office', office],
    ['查阅岗位 Post', `${roles[role] ?? role} ${role}`],
    ['办件 Case', caseId],
    ['授权 Grant', grantId],
    ['查阅时间 Time', `${momentOn(at)}（北京时间）`],
    ['查阅用途 Purpose', reason],
  ];
  return lines.flatMap(([label, value]): [string, string][] => (value === undefined ? [] : [[label, value]]));
}
