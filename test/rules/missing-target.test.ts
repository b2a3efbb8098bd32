import { missingTarget } from '../../src/rules/missing-target.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

/** A table with a row for each indicator. */
const rows = (...cells: readonly (readonly string[])[]): string =>
  `${rowsFiling(
    ['指标值'],
    cells.map((row) => ['产出/数量', ...row]),
  )}\n`

/** A matrix of targets in three towns. */
const matrix = (...lines: readonly string[]): string =>
  [
    '项目名称\t农村公路养护',
    '年度目标\t养护农村公路。',
    '一级指标\t二级指标\t三级指标\t甲镇\t乙镇\t丙镇',
    ...lines,
  ].join('\n')

/** Values for the whole term and for the year, of which some of the year may be left out. */
const terms = (...years: readonly string[]): string => {
  const values = [
    '养护里程\t27公里',
    '修复桥梁\t6座',
    '巡查次数\t36次',
    '绿化面积\t9亩',
    '增设护栏\t12公里',
    '补植行道树\t800株',
  ]
  return [
    '项目名称\t农村公路养护\t\t\t',
    '年度目标\t养护农村公路。\t\t\t',
    '一级指标\t二级指标\t三级指标\t实施期指标值\t年度指标值',
    ...values.map((row, i) => `${i === 0 ? '产出指标\t数量指标' : '\t'}\t${row}\t${years[i] ?? '4'}`),
  ].join('\n')
}

testRule(missingTarget, {
  valid: [
    {
      name: 'a dash for the year',
      table: terms('9公里', '2座', '—', '3亩', '4公里', '200株'),
    },
    {
      name: 'several that are planned for other years',
      table: terms('9公里', '', '12次', '3亩', '', '200株'),
    },
    {
      name: 'a town that has none of a thing',
      table: matrix(
        '产出指标\t数量指标\t养护里程\t9公里\t8公里\t7公里',
        '\t\t修复桥梁\t2座\t\t1座',
        '满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t≥90%\t≥90%',
      ),
    },
    {
      name: 'a town that has none of a thing, nor a share of it, and a dash',
      table: matrix(
        '产出指标\t数量指标\t养护里程\t9公里\t8公里\t7公里',
        '\t\t修复桥梁\t2座\t\t1座',
        '\t质量指标\t桥梁验收合格率\t100%\t\t100%',
        '\t时效指标\t完成及时率\t100%\t100%\t—',
      ),
    },
    {
      name: 'values of all sorts',
      table: quantity('维修路灯 ≥60盏', '管护机制 健全', '完成时间 12月底前', '巡查次数 12'),
    },
    {
      name: 'marked not applicable',
      table: quantity('维修路灯数量 无', '更换灯杆数量 /', '新装线路 不涉及'),
    },
    { name: 'nothing of something', table: quantity('安全事故数 0') },
    { name: 'one word that is its value', table: quantity('管护机制健全性 健全') },
    { name: 'a row whose name says that it does not apply', table: quantity('维修路灯 ≥60盏', '/') },
    {
      name: 'a table that says of all that it does not apply',
      table: rows(['新建堤防', ''], ['巡查次数', ''], ['培训人数', ''], ['新建水渠', '']).replaceAll(
        '\t\n',
        '\t无\n',
      ),
    },
    {
      name: 'the end of a cut-off input',
      table: projectFiling({ indicators: '一、产出指标 (一)数量指标 1.维修路灯数量' }),
    },
  ],
  invalid: [
    {
      name: 'the only one without a value for the year',
      table: terms('9公里', '2座', '', '3亩', '4公里', '200株').replace('巡查次数', '⟦巡查次数⟧'),
      problems: ['指标“巡查次数”没有年度指标值，其余各项指标都有'],
    },
    {
      name: 'a share that only one column of a matrix lacks',
      table: matrix(
        '产出指标\t数量指标\t养护里程\t9公里\t8公里\t7公里',
        '\t质量指标\t⟦验收合格率⟧\t≥95%\t\t≥96%',
        '满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t≥90%\t≥90%',
      ),
      problems: ['指标“验收合格率”没有指标值（“乙镇”一列，其余各列都有）'],
    },
    {
      name: 'a result beside a blank value',
      table: rowsFiling(
        ['指标值', '实际完成值'],
        [
          ['满意度/服务对象满意度', '指标1:村民满意度', '≥90%', '93%'],
          ['满意度/服务对象满意度', '指标2:⟦学生满意度⟧', '', '92%'],
        ],
      ),
      problems: ['指标“学生满意度”没有指标值'],
    },
    {
      name: 'a share, whatever its name says of it',
      table: projectFiling({
        indicators: { 数量: ['维修路灯 ≥60盏'], 可持续影响: ['⟦公民具备科学素质比例⟧'] },
      }),
      problems: [{ message: '指标“公民具备科学素质比例”没有指标值', severity: 'warning' }],
    },
    {
      name: 'a sentence whose result was counted',
      table: rowsFiling(
        ['指标值', '实际完成值'],
        [
          ['效益/社会效益', '⟦志愿服务受益群众⟧', '', '5600人次'],
          ['满意度/服务对象满意度', '群众满意度', '≥90%', '93%'],
        ],
      ),
      problems: [{ message: '指标“志愿服务受益群众”没有指标值', severity: 'warning' }],
    },
    {
      name: 'all columns of a row, once',
      table: [
        '项目名称\t清洁取暖',
        '年度资金总额(万元)\t50',
        '年度目标\t推进清洁取暖,减少散煤。',
        '一级指标\t二级指标\t三级指标\t甲县\t乙县\t丙县',
        '产出指标\t数量指标\t改造户数(户)\t≥12\t≥20\t≥30',
        '\t质量指标\t验收合格率\t100%\t100%\t100%',
        '效益指标\t生态效益指标\t散煤削减量(吨)\t⟦≥⟧\t⟨≥⟩\t⟨≥⟩',
        '满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t≥90%\t≥90%',
      ].join('\n'),
      problems: ['指标“散煤削减量(吨)”只有“≥”，没有数值'],
    },
    {
      name: 'the blank of the form with its unit',
      table: rows(['维修路灯', '≥60盏'], ['人员补助标准', '⟦（ ）元/人⟧']),
      problems: [/“人员补助标准”只有/],
    },
    {
      name: 'a table that nobody filled in, once',
      table: rows(
        ['新建堤防长度', '⟦公里⟧'],
        ['⟨巡查次数⟩', ''],
        ['工程验收合格率', '⟨≥ %⟩'],
        ['其他', '无'],
      ),
      problems: [
        {
          message: '表中 3 项指标都没有填写指标值：指标“新建堤防长度”只有“公里”，没有数值',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'a table in which hardly anything was filled in',
      table: rows(
        ['⟦新建堤防长度⟧', ''],
        ...['培训人数', '培训期数', '印制手册', '新建水渠'].map((name) => [`⟨${name}⟩`, '']),
        ['巡查次数', '4次'],
      ),
      problems: ['表中 6 项指标有 5 项没有填写指标值：指标“新建堤防长度”没有指标值'],
    },
    {
      name: 'half of a table, as one',
      table: rows(['⟦新建堤防长度⟧', ''], ['巡查次数', '4次'], ['⟨培训人数⟩', ''], ['培训期数', '2期']),
      problems: ['指标“新建堤防长度”没有指标值；另有 1 项指标也没有'],
    },
    {
      name: 'qualitative rows without a value',
      table: projectFiling({
        indicators: { 数量: ['维修路灯 ≥60盏'], 社会效益: ['夜间出行安全程度 ⟦定性⟧', '管护机制 健全'] },
      }),
      problems: [{ message: '指标“夜间出行安全程度”只注明“定性”，没有指标值', severity: 'warning' }],
    },
    {
      name: 'a whole name that ends the last line',
      table: `${projectFiling({ indicators: '一、产出指标 (一)数量指标 1.巡查次数 ≥9次 2.⟦维修路灯数量⟧' })}\n`,
      problems: [/维修路灯数量/],
    },
    {
      name: 'brackets that should hold the value',
      table: projectFiling({ indicators: { 社会效益: ['⟦大班额现象比例（）⟧'] } }),
      problems: [{ message: /大班额现象比例\(\)/, severity: 'warning' }],
    },
    {
      name: 'a sentence of an effect, which may be all there is to reach',
      table: projectFiling({
        indicators: {
          数量: ['⟦维修全县路灯⟧', '更换灯杆 ≥8根'],
          社会效益: ['⟦道路使用年限延长⟧', '⟨路灯管护机制⟩'],
        },
      }),
      problems: [
        { message: '指标“维修全县路灯”没有指标值；另有 1 项指标也没有', severity: 'warning' },
        { message: '指标“道路使用年限延长”没有指标值', severity: 'info', because: /可能本身就是定性要求。$/ },
      ],
    },
    {
      name: 'nothing behind the name',
      table: quantity('⟦维修路灯数量⟧', '更换灯杆数量 ≥8根'),
      problems: [{ message: '指标“维修路灯数量”没有指标值', severity: 'warning' }],
    },
    {
      name: 'only a comparator',
      table: quantity('维修路灯数量 ⟦≥⟧', '更换灯杆数量 ≥8根'),
      problems: ['指标“维修路灯数量”只有“≥”，没有数值'],
    },
    {
      name: 'only a comparator and a unit, only a unit',
      table: quantity('维修路灯数量 ⟦≥盏⟧', '更换灯杆数量：⟦根⟧', '灯杆完好率 ⟦%⟧', '巡查次数 ≥8次'),
      problems: [/只有“≥盏”，没有数值$/, /只有“根”，没有数值$/, /只有“%”，没有数值$/],
    },
    {
      name: 'a colon and nothing',
      table: quantity('⟦维修路灯数量⟧：', '更换灯杆数量 ≥8根'),
      problems: [/没有指标值$/],
    },
    {
      name: 'words that compare, and no number between them and the unit',
      table: rowsFiling(
        ['指标值'],
        [
          ['产出/质量', '普及率', '⟦不低于%⟧'],
          ['产出/质量', '推广率', '⟦达到%以上⟧'],
          ['产出/质量', '水质等级', '达到优'],
        ],
      ),
      problems: [/只有“不低于%”，没有数值/, /只有“达到%以上”/],
    },
  ],
})
