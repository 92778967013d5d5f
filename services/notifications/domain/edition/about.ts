import type { Template } from '../template/template.ts';

/** By which ways something is told: what the law wants told until it has arrived, the usual, or the inbox alone. */
export type How = 'statutory' | 'usual' | 'inbox';

/** What the built-in edition says of a message besides its words; a title fits a field `thing` of WeChat in both languages. */
export interface About {
  kind: Template['kind'];
  how: How;
  title: { zh: string; en: string };
}

/** The messages of one kind. */
export const ofKind =
  (kind: Template['kind']) =>
  (how: How, zh: string, en: string): About => ({ kind, how, title: { zh, en } });
