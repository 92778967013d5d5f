import { interleave, median } from '../rounds.ts';
import { atLeast, ratioLine, shownLine, type Line } from '../table.ts';

const rounds = 15;
// The first of each is a cold start of everything; then each copy of a function compiles for itself what it runs often, which
// the script's one process has done sooner.
const notKept = 4;

/** Rates a second: ours through the whole local cloud until all is consumed, and that of a script that makes the same AWS calls. */
interface Rates {
  ours: () => Promise<number>;
  script: () => Promise<number>;
}

/** Ours against D3, in the same minutes. */
export async function againstScript(said: { what: string; line: string }, { ours, script }: Rates): Promise<Line[]> {
  for (let round = 0; round < notKept; round += 1) {
    await ours();
    await script();
  }
  const contenders = [
    { name: 'D3', measure: script },
    { name: 'ours', measure: ours },
    { name: 'D3 again', measure: script },
  ];
  const measured = await interleave(contenders, rounds);
  const of = (name: string) => measured.get(name) ?? [];
  const against = { ours: of('ours'), theirs: of('D3'), again: of('D3 again') };
  const medians = [...measured].map(([name, each]) => `${name} ${median(each).toFixed(0)}`).join(', ');
  return [
    ratioLine(`${said.line}, until all is consumed / D3`, against, atLeast(0.5)),
    shownLine(`  medians, ${said.what} a second`, medians),
  ];
}
