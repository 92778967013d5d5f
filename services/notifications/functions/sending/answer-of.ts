import type { Answer } from '../../domain/notice/answer.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Message, Provider, Said } from '../../sending/provider.ts';
import { countedOf } from '../../stores/standings.ts';
import { askFirst } from './ask-first.ts';
import type { Prepared } from './prepare.ts';

type Deps = Pick<SendDeps, 'now' | 'providers' | 'standings'>;

/** What is said of a delivery: by us, where there is nobody to ask or it is not the time; else by its provider. */
export async function answerOf(prepared: Answer | Prepared, deps: Deps): Promise<Answer> {
  if ('is' in prepared) return prepared;
  const { what, provider } = prepared;
  const said = (await askFirst(prepared, deps)) ?? ('is' in what ? what : await handOver(what, provider, deps));
  return completed(said, prepared, deps);
}

async function handOver(message: Message, provider: Provider, { now, standings }: Deps): Promise<Said> {
  const asked = now();
  const said = await provider.send(message);
  const tookMs = now().getTime() - asked.getTime();
  standings.note(countedOf(said, { provider: provider.key, at: asked, tookMs }));
  return said;
}

/** What only we know: whether another could send it, and whether the address is confirmed for official papers. */
function completed(said: Said, { confirmed, before, provider }: Prepared, { providers }: Deps): Answer {
  if (said.is === 'sent' || said.is === 'delivered') return { ...said, confirmed };
  const isTheirs = said.is === 'away' || (said.is === 'failed' && said.lasting === 'technical');
  if (!isTheirs) return said;
  const gone = new Set([...(before.away ?? []), provider.key]);
  const elsewhere = providers.some(({ key, channel }) => channel === provider.channel && !gone.has(key));
  // What one provider has not approved another may have; where none has, it is of no use to try again.
  return elsewhere || said.is === 'away' ? { is: 'away', code: said.code, elsewhere } : said;
}
