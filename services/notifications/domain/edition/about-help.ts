import { ofKind } from './about.ts';

const help = ofKind('case');

/** What is told of help that was asked for. */
export const aboutHelp = {
  'consultation-answered': help('usual', '咨询已答复', 'Question answered'),
  'consultation-asked-back': help('usual', '咨询需补充说明', 'Question: tell more'),
  'guidance-given': help('usual', '项目指导单已出具', 'Guidance sheet'),
  'problem-escalated': help('usual', '问题已提交上级', 'Problem handed up'),
  'problem-solved': help('usual', '问题已有结果', 'Problem answered'),
} as const;
