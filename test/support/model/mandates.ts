/** What happens to a mandate, lawful or not. */
export const mandateSteps = [
  'draw-up',
  'sign',
  'seal',
  'finish',
  'go-on',
  'end',
  'end-by-window',
  'terminate',
  'refuse',
  'replace',
  'sell',
  'pass-time',
] as const;

export interface Doing {
  step: (typeof mandateSteps)[number];
  /** Minutes since the step before. */
  after: number;
  officer: string;
  stages: readonly number[];
}

/** A span in which one officer has one set of stages; in minutes, its end not included. */
interface Span {
  officer: string;
  stages: readonly number[];
  from: number;
  to: number;
}

/** Who may act under a mandate, told by hand as spans of time: it knows neither graph nor facts. */
export interface Told {
  paper: 'asked' | 'drawn' | 'signed' | 'sealed' | 'gone';
  resting: boolean;
  stages: readonly number[];
  officer: string;
  until: number;
  spans: readonly Span[];
}

const closed = (told: Told, now: number) => told.spans.map((span) => ({ ...span, to: Math.min(span.to, now) }));
const opened = ({ officer, stages, until, spans }: Told, now: number) => [
  ...spans,
  { officer, stages, from: now, to: until },
];

/** What is so after a step; the same where it may not be done. */
export function tell(told: Told, doing: Doing, now: number): Told {
  if (told.paper === 'gone') return told;
  return told.paper === 'sealed' ? tellSealed(told, doing, now) : tellDrafted(told, doing, now);
}

function tellDrafted(told: Told, { step, officer, stages }: Doing, now: number): Told {
  if (step === 'draw-up') return { ...told, paper: 'drawn', stages };
  if (step === 'replace') return { ...told, officer };
  if (step === 'refuse' || step === 'sell') return { ...told, paper: 'gone' };
  if (step === 'sign' && told.paper === 'drawn') return { ...told, paper: 'signed' };
  if (step === 'seal' && told.paper === 'signed') return { ...told, paper: 'sealed', spans: opened(told, now) };
  return told;
}

function tellSealed(told: Told, { step, officer }: Doing, now: number): Told {
  const { resting } = told;
  const ends = ['end-by-window', 'terminate', 'sell'].includes(step) || (step === 'end' && resting);
  const shut = { ...told, spans: closed(told, now) };
  if (ends || (step === 'pass-time' && now >= told.until)) return { ...shut, paper: 'gone' };
  if (step === 'finish') return { ...shut, resting: true };
  if (step === 'go-on' && resting) return { ...told, resting: false, spans: opened(told, now) };
  if (step !== 'replace') return told;
  const other = { ...shut, officer };
  return resting ? other : { ...other, spans: opened(other, now) };
}

export const mayByHand = ({ spans }: Told, { officer, stage, now }: { officer: string; stage: number; now: number }) =>
  spans.some((span) => span.officer === officer && span.stages.includes(stage) && span.from <= now && now < span.to);
