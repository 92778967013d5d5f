/** What a project says of itself: square metres, tonnes, yes or no, a class, a list. */
type FactValue = boolean | number | string | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

/** What a plan asks of a project. */
export type FactKind =
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'number'; unit: string }
  | { kind: 'yes-no' }
  | { kind: 'list'; of: readonly string[] };

/** An item of the catalogue, by its key: what it is called says its guide. */
export interface PlanItem {
  key: string;
  department: string;
  /** Promised to be done within: working days from its acceptance, or minutes, which are the same day. */
  limit: { n: number; unit: 'working-day' | 'minute' };
  /** On what it depends whether a project has to do with it (`condition.ts`); absent: always. */
  when?: string;
  /** Items whose result it needs; `a|b`: one of them. */
  needs?: readonly string[];
}

/** 审批阶段: one lead department, and so many working days from its acceptance. */
export interface PlanStage {
  n: 1 | 2 | 3 | 4;
  name: string;
  nameEn: string;
  lead: string;
  limitDays: number;
  items: readonly PlanItem[];
}

/** 多图联审: drawings of a stage that one body reviews with the departments, once. */
export interface DrawingPlan {
  stage: number;
  /** The item whose result it is. */
  item: string;
  body: string;
  /** Working days that each round gives the departments. */
  days: number;
  parts: readonly {
    key: string;
    department: string;
    /** What the department must decide by law about this part: the part is due where that item is, and silence is no consent to it. */
    decides?: string;
  }[];
}

/** 联合验收: items of a stage that are looked at by one visit. */
export interface VisitPlan {
  stage: number;
  /** The item that ends the stage: by a mandate for it an officer acts here. */
  item: string;
  lead: string;
  /** Working days from the application to the one opinion, less those on which it waits for the investor. */
  days: number;
  /** Working days after the visit in which each department says what it has found. */
  findingDays: number;
  items: readonly string[];
}

/** What a kind of project goes through. It never changes: another version is another edition. */
export interface StagePlan {
  key: string;
  edition: number;
  name: string;
  nameEn: string;
  facts: Readonly<Record<string, FactKind>>;
  stages: readonly PlanStage[];
  /** Items that an evaluation of the whole area stands for (区域评估), while it is in force there. */
  areaCovers: Readonly<Record<string, readonly string[]>>;
  /** 多评一表: items of any stage that are evaluations; those of one stage are filed with one form. */
  evaluations?: readonly string[];
  drawing?: DrawingPlan;
  visit?: VisitPlan;
  /** The item whose grant lets it be built (施工许可). */
  permit?: string;
  /** From which part of its limit on a stage is shown in yellow; absent: from 0.9. */
  yellowFrom?: number;
}

export const itemsOf = ({ stages }: Pick<StagePlan, 'stages'>): PlanItem[] => stages.flatMap(({ items }) => items);

/** The alternatives of a need. */
export const alternativesOf = (need: string): string[] => need.split('|');

/** Working days that an item takes; what is promised within minutes is done on the day. */
export const daysOf = ({ limit }: Pick<PlanItem, 'limit'>): number => (limit.unit === 'minute' ? 0 : limit.n);
