import { problem } from '#shared/problem';

export const projectMoved = problem('project-moved', 409, [
  '项目当前的状态不允许此操作。',
  'The project is in a state in which this cannot be done.',
]);
export const codeTaken = problem('code-taken', 409, [
  '该项目代码已属于另一个项目。',
  'This code is another project’s already.',
]);
export const goneOnUnfit = problem('gone-on-unfit', 409, [
  '并入或者拆分的去向应当是本区尚未办结、终止的其他项目。',
  'A project goes on in other projects of this set that are neither completed nor ended.',
]);
export const sameInvestor = problem('same-investor', 409, [
  '该单位已经是本项目的建设单位。',
  'This is the investor of the project already.',
]);
export const codeTwice = problem('code-twice', 400, [
  '该项目代码在文件中出现不止一次。',
  'This code stands in the file more than once.',
]);

/** What is said of a code that cannot be one. */
export const codeFaults = {
  shape: {
    zh: '项目代码应为24位：四位时间-六位区划-两位部门-两位类型-六位序号。',
    en: 'A code has 24 characters: time 4, region 6, department 2, kind 2, tail 6, with hyphens.',
  },
  date: { zh: '项目代码的时间不可能。', en: 'The time in the code is impossible.' },
} as const;

/** What is said of a file of projects that has not the form of one. */
export const fileFaults = {
  'stray-quote': {
    zh: '此行的引号位置有误，其后无法读取。',
    en: 'A quote stands where none may; nothing after it can be read.',
  },
  'column-unknown': { zh: '不认识此列。', en: 'This column is not known.' },
  'column-missing': { zh: '缺少此列。', en: 'This column is missing.' },
  'cells-missing': { zh: '此行的列数与表头不同。', en: 'This line has not as many cells as the header.' },
} as const;
