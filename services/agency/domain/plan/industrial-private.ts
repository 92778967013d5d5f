import type { StagePlan } from './stage-plan.ts';

const days = (n: number) => ({ n, unit: 'working-day' }) as const;
const minutes = (n: number) => ({ n, unit: 'minute' }) as const;

/** 社会投资工业项目: the first edition, a sample; a city ships its own. Stage limits count from the acceptance of the stage. */
export const industrialPrivate: StagePlan = {
  key: 'industrial-private',
  edition: 1,
  name: '社会投资工业项目',
  nameEn: 'Industrial project of a private investor',
  facts: {
    filingKind: { kind: 'choice', of: ['filing', 'approval'] },
    eiaClass: { kind: 'choice', of: ['report', 'form', 'none'] },
    landTaken: { kind: 'number', unit: 'square metres' },
    energy: { kind: 'number', unit: 'tonnes of standard coal a year' },
    basementDue: { kind: 'yes-no' },
    lightningRisk: { kind: 'yes-no' },
    seismicClass: { kind: 'yes-no' },
    heritageArea: { kind: 'yes-no' },
    treesAffected: { kind: 'yes-no' },
  },
  stages: [
    {
      n: 1,
      name: '立项用地规划许可',
      nameEn: 'Planning and land use',
      lead: 'mnr',
      limitDays: 10,
      items: [
        { key: 'project-filing', department: 'ndrc', limit: minutes(30), when: 'filingKind=filing' },
        { key: 'project-approval', department: 'ndrc', limit: days(10), when: 'filingKind=approval' },
        { key: 'site-opinion', department: 'mnr', limit: days(8), needs: ['project-filing|project-approval'] },
        { key: 'land-planning-permit', department: 'mnr', limit: days(5), needs: ['site-opinion'] },
        { key: 'heritage-survey', department: 'heritage', limit: days(15), when: 'heritageArea' },
      ],
    },
    {
      n: 2,
      name: '工程建设许可',
      nameEn: 'Works planning',
      lead: 'mnr',
      limitDays: 20,
      items: [
        { key: 'design-review', department: 'mnr', limit: days(10), needs: ['land-planning-permit'] },
        { key: 'works-planning-permit', department: 'mnr', limit: days(7), needs: ['design-review'] },
        { key: 'seismic-evaluation', department: 'seismic', limit: days(10), when: 'seismicClass' },
      ],
    },
    {
      n: 3,
      name: '施工许可',
      nameEn: 'Construction',
      lead: 'hc',
      limitDays: 15,
      items: [
        { key: 'soil-conservation', department: 'water', limit: days(5), when: 'landTaken>=5000' },
        { key: 'eia-report', department: 'eco', limit: days(20), when: 'eiaClass=report' },
        { key: 'eia-form', department: 'eco', limit: days(10), when: 'eiaClass=form' },
        { key: 'energy-review', department: 'ndrc', limit: days(10), when: 'energy>=1000' },
        {
          key: 'civil-defence',
          department: 'cad',
          limit: days(5),
          when: 'basementDue',
          needs: ['works-planning-permit'],
        },
        { key: 'fire-design', department: 'hc', limit: days(7), needs: ['works-planning-permit'] },
        { key: 'drawing-review', department: 'hc', limit: days(5), needs: ['works-planning-permit'] },
        {
          key: 'construction-permit',
          department: 'hc',
          limit: days(2),
          needs: ['drawing-review', 'fire-design', 'civil-defence'],
        },
        { key: 'tree-felling', department: 'green', limit: days(5), when: 'treesAffected' },
        {
          key: 'lightning-design',
          department: 'met',
          limit: days(5),
          when: 'lightningRisk',
          needs: ['works-planning-permit'],
        },
        { key: 'utilities-connection', department: 'utilities', limit: days(5) },
      ],
    },
    {
      n: 4,
      name: '竣工验收',
      nameEn: 'Completion and acceptance',
      lead: 'hc',
      limitDays: 12,
      items: [
        {
          key: 'planning-verification',
          department: 'mnr',
          limit: days(5),
          needs: ['construction-permit', 'joint-survey'],
        },
        { key: 'fire-acceptance', department: 'hc', limit: days(7), needs: ['construction-permit'] },
        {
          key: 'civil-defence-acceptance',
          department: 'cad',
          limit: days(2),
          when: 'basementDue',
          needs: ['construction-permit'],
        },
        { key: 'archive-acceptance', department: 'hc', limit: days(3), needs: ['construction-permit'] },
        {
          key: 'completion-filing',
          department: 'hc',
          limit: days(3),
          needs: [
            'planning-verification',
            'fire-acceptance',
            'civil-defence-acceptance',
            'archive-acceptance',
            'land-verification',
          ],
        },
        { key: 'first-property-registration', department: 'mnr', limit: days(3), needs: ['completion-filing'] },
        { key: 'land-verification', department: 'mnr', limit: days(3), needs: ['joint-survey'] },
        { key: 'joint-survey', department: 'mnr', limit: days(5), needs: ['construction-permit'] },
      ],
    },
  ],
  areaCovers: {
    eia: ['eia-form'],
    energy: ['energy-review'],
    soil: ['soil-conservation'],
    seismic: ['seismic-evaluation'],
    heritage: ['heritage-survey'],
  },
};
