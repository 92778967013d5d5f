import { problem } from '#shared/problem';

export const statementNotSent = problem('statement-not-sent', 409, [
  '文件还没有送达，或与申报的内容不一致而被拒收。请重新申报并上传。',
  'The file has not arrived, or was refused as another than was declared: declare it and send it again.',
]);
export const statementDiffers = problem('statement-differs', 409, [
  '送达的文件与所确认的不一致，未予收录。',
  'What lies there is another file than the one that is confirmed: it was not taken in.',
]);
