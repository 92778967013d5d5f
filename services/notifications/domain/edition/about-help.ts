import { ofKind } from './about.ts';

const help = ofKind('case');

/** What is told of help that was asked for. */
export const aboutHelp = {
  'consultation-answered': help('usual', '咨询已答复', 'Question answered'),
  'consultation-asked-back': help('usual', '咨询需补充说明', 'Question: tell more'),
} as const;
