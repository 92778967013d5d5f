import { problem } from '#shared/problem';

export const tooLong = problem('too-long', 400, ['一次最多查询 31 天。', 'At most 31 days can be asked for at once.']);
