import { ofKind } from './about.ts';

const joint = ofKind('case');

/** What is told of a joint review of drawings and of a joint inspection. */
export const aboutJoint = {
  'drawings-remarked': joint('usual', '图纸联审有修改意见', 'Remarks on drawings'),
  'drawings-passed': joint('usual', '图纸联审已通过', 'Drawings passed'),
  'drawings-failed': joint('usual', '图纸联审未通过', 'Drawings failed'),
  'visit-announced': joint('usual', '联合验收日期已定', 'Day of inspection'),
  'visit-to-rectify': joint('usual', '联合验收须整改', 'Inspection: mend'),
  'visit-passed': joint('usual', '联合验收已通过', 'Inspection passed'),
  'visit-failed': joint('usual', '联合验收未通过', 'Inspection failed'),
} as const;
