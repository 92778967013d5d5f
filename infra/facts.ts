/** The facts that today's services take. */
export const caseFacts = [
  { type: 'intake.application-submitted.v1' },
  { type: 'intake.case-changed.v1' },
  { type: 'intake.draft-withdrawn.v1' },
];
