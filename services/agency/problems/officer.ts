import { problem } from '#shared/problem';

export const levelUnfit = problem('level-unfit', 400, [
  '市级队伍只设在市本级，县级和乡镇级队伍只设在县（市）区；乡镇级队伍应当填写12位区划。',
  'Teams of the city are kept in the city, those of counties and towns in the districts; one of a town names its division of 12 digits.',
]);
export const memberTwice = problem('member-twice', 400, [
  '同一代办员在队伍中出现不止一次，或者日期先后颠倒。',
  'An officer stands in the team more than once, or an end lies before its beginning.',
]);
export const nobodyPresent = problem('nobody-present', 409, [
  '队伍中目前没有可以承接项目的代办员。',
  'Nobody of the team is there who could carry the project.',
]);
export const sameOfficer = problem('same-officer', 409, [
  '移交的对象不能是其本人。',
  'What he carries cannot be handed over to himself.',
]);
export const notOfTeam = problem('not-of-team', 409, [
  '接手人目前不是本区任何代办队伍的成员。',
  'Who is to take over is no member of a team of this set today.',
]);
export const noSuchTeam = problem('no-such-team', 409, ['本区没有该队伍。', 'There is no such team in this set.']);
