import { problem } from '#shared/problem';

export const noSuchOffice = problem('no-such-office', 400, ['本级没有这个部门。', 'This set has no such department.']);
