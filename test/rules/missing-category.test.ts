import { missingCategory } from '../../src/rules/missing-category.ts'
import { filing, type Indicators, projectFiling, projectRow, testRule } from '../support/test-rule.ts'

const whole: Indicators = {
  数量: ['维修路灯数量 ≥60盏'],
  社会效益: ['夜间出行安全 改善'],
  服务对象满意度: ['居民满意度 ≥90%'],
}
const { 服务对象满意度: _, ...unasked } = whole
const lit: Indicators = { 数量: ['维修路灯数量 ≥60盏'] }
const project = (name: string, indicators: Indicators | string): string => projectFiling({ name, indicators })

testRule(missingCategory, {
  valid: [
    { name: 'output, benefit and satisfaction', table: project('甲', whole) },
    {
      name: 'another benefit instead',
      table: project('甲', { ...lit, 生态效益: ['水质 改善'], 服务对象满意度: ['居民满意度 ≥90%'] }),
    },
    {
      name: 'satisfaction that is asked under a heading of its own',
      table: `部门整体支出绩效自评表
部门名称\t某区市场监督管理局
年度目标\t完成抽检1800批次。
一级指标\t二级指标\t三级指标\t指标值
产出\t职责履行\t食品抽检批次\t≥1800批次
效果\t履职效益\t市场秩序\t有效规范
\t\t消费者满意度\t≥85%`,
    },
    {
      name: 'headings of its own words under nothing, any of which may be of output',
      table: project(
        '甲',
        '【业务量】1.修复文物本体=5处 【完成节点】1.修复方案批复时间2024年5月底前 【成本】1.文物修复支出≤4万元 【社会效益】1.参观人数≥9万人次 【满意度】1.参观者满意度≥90%',
      ),
    },
    {
      name: 'the new scheme with cost as level 1',
      table: project(
        '甲',
        '一、成本指标 (一)经济成本指标 1.维修成本 ≤5万元 二、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 三、效益指标 (一)社会效益指标 1.夜间出行安全 改善 四、满意度指标 1.居民满意度 ≥90%',
      ),
    },
    {
      name: 'the new scheme without cost',
      table: project(
        '甲',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意度指标 (一)服务对象满意度指标 1.居民满意度 ≥90%',
      ),
    },
    {
      name: 'synonyms',
      table: project(
        '甲',
        '一、项目完成指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、项目效果指标 (一)社会效益指标 1.夜间出行安全 改善 三、服务对象满意度指标 1.居民满意度 ≥90%',
      ),
    },
    { name: 'a layout without categories', table: project('甲', '1.维修路灯数量 ≥60盏 2.居民满意度 ≥90%') },
    {
      name: 'output straight over its indicators',
      table: project(
        '甲',
        '一、产出指标 1.维修路灯数量 ≥60盏 二、效益指标 1.夜间出行安全 改善 三、满意度指标 1.居民满意度 ≥90%',
      ),
    },
    {
      name: 'a heading nobody knows, which may be the missing one',
      table: project(
        '甲',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意渡指标 1.居民满意度 ≥90%',
      ),
    },
    {
      name: 'a last project that the end of the input has cut',
      table: filing(
        projectRow({ indicators: whole }),
        '\t乙\t3.00\t目标1:推广。\t一、产出指标 (一)数量指标 1.维修路灯数量',
      ),
    },
    { name: 'a project without indicators, which is another problem', table: project('甲', '') },
  ],
  invalid: [
    {
      name: 'a self-evaluation that ends without a total, where rows may be missing from the input',
      table: [
        '项目名称\t⟦路灯维修⟧',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值\t实际完成值',
        '产出指标\t数量指标\t维修路灯数量\t≥60盏\t62盏',
        '效益指标\t社会效益指标\t夜间出行安全\t改善\t改善',
      ].join('\n'),
      problems: [{ message: '项目“路灯维修”缺少满意度指标', severity: 'info', because: /^表格在此处结束/ }],
    },
    {
      name: 'a form that ends behind its output, and one with its last category missing',
      table: ['⟦甲⟧', '⟦乙⟧']
        .map((name, i) =>
          [
            `项目名称\t${name}`,
            '资金总额(万元)\t5',
            '年度目标\t修复损坏的路灯。',
            '一级指标\t二级指标\t三级指标\t指标值',
            '产出指标\t数量指标\t维修路灯数量\t≥60盏',
            ...(i === 0 ? ['效益指标\t社会效益指标\t夜间出行安全\t改善'] : []),
          ].join('\n'),
        )
        .join('\n\n'),
      problems: [
        { message: '项目“甲”缺少满意度指标', severity: 'warning' },
        { message: '项目“乙”缺少效益指标、满意度指标', severity: 'info' },
      ],
    },
    {
      name: 'no satisfaction',
      table: project('⟦甲⟧', unasked),
      problems: [{ message: '项目“甲”缺少满意度指标', severity: 'warning' }],
    },
    {
      name: 'no benefit and no satisfaction',
      table: project('⟦甲⟧', { 数量: ['维修路灯数量 ≥60盏'] }),
      problems: [{ message: '项目“甲”缺少效益指标、满意度指标', severity: 'warning' }],
    },
    {
      name: 'no benefit, no satisfaction and no quantity, at both places',
      table: project('⟦甲⟧', '⟨一、产出指标⟩ (一)质量指标 1.合格率 ≥98%'),
      problems: ['项目“甲”缺少效益指标、满意度指标、数量指标'],
    },
    {
      name: 'no benefit of a project that pays wages, and as a notice no satisfaction',
      table: project('⟦⟦临聘人员工资⟧⟧', { 数量: ['发放人数 ≥60人'] }),
      problems: [
        { message: '项目“临聘人员工资”缺少效益指标', severity: 'warning' },
        { message: '项目“临聘人员工资”缺少满意度指标', severity: 'info' },
      ],
    },
    {
      name: 'no output',
      table: project(
        '⟦甲⟧',
        '一、效益指标 (一)社会效益指标 1.夜间出行安全 改善 二、满意度指标 1.居民满意度 ≥90%',
      ),
      problems: ['项目“甲”缺少产出指标'],
    },
    {
      name: 'no quantity under output',
      table: project(
        '甲',
        '⟦一、产出指标⟧ (一)质量指标 1.合格率 ≥98% 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意度指标 1.居民满意度 ≥90%',
      ),
      problems: ['项目“甲”缺少数量指标'],
    },
    {
      name: 'no satisfaction of a project that only pays wages, as a notice',
      table: project('⟦临聘人员工资⟧', unasked),
      problems: [{ message: /满意度/, severity: 'info' }],
    },
    {
      name: 'no satisfaction of a pension project, as a notice',
      table: project('⟦遗属补助⟧', unasked),
      problems: [{ message: /满意度/, severity: 'info' }],
    },
    {
      name: 'a project in the middle of an input that is cut later',
      table: filing(projectRow({ name: '⟦甲⟧', indicators: unasked }), '\t乙\t3.00\t目标1:推广'),
      problems: [/“甲”缺少满意度/],
    },
    {
      name: 'a blank cell in a column of a list, of its project',
      table: [
        '项目名称\t金额(万元)\t绩效目标\t产出指标\t效益指标\t满意度指标',
        '⟦水果基地⟧\t20\t补植果苗1200株。\t补植果苗1200株\t带动脱贫户≥8户\t',
        '灌溉设施\t16\t维修渠道1.6公里。\t维修渠道1.6公里\t改善灌溉面积≥220亩\t群众满意度≥90%',
      ].join('\n'),
      problems: [{ message: '项目“水果基地”缺少满意度指标', severity: 'warning' }],
    },
    {
      name: 'no column of a list, as one notice for all its projects',
      table: [
        '项目名称\t金额(万元)\t绩效目标\t产出指标\t⟦效益指标⟧',
        '水果基地\t20\t续建水果基地30亩。\t补植果苗1200株\t带动脱贫户≥8户',
        '蔬菜基地\t30\t续建蔬菜大棚6座。\t续建蔬菜大棚6座\t带动脱贫户≥12户',
        '灌溉设施\t16\t维修灌溉渠道1.6公里。\t维修渠道1.6公里\t改善灌溉面积≥220亩',
      ].join('\n'),
      problems: [{ message: '表中没有满意度指标列', severity: 'info' }],
    },
  ],
})
