import { templateResidue } from '../../src/rules/template-residue.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const quantity = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 数量: indicators } })

/** A form with other fields in its head. */
const form = (...fields: readonly string[]): string =>
  [
    '项目名称\t路灯维修',
    ...fields,
    '资金总额(万元)\t5',
    '年度目标\t修复损坏的路灯。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t维修路灯数量\t≥60盏',
  ].join('\n')

testRule(templateResidue, {
  valid: [
    {
      name: 'two bodies in brackets, points for an answer, and hints outside of a table',
      table: [
        '填写说明:项目概况(100字以内)',
        '填报单位:(盖章)',
        '项目名称\t路灯维修',
        '实施单位\t(城管局/住建局)',
        '资金总额(万元)\t5',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值\t评分标准',
        '产出指标\t数量指标\t维修路灯数量\t≥60盏\t达标/不达标',
      ].join('\n'),
    },
    {
      name: 'a choice that was made with a mark of Wingdings',
      table: form('项目属性\t新增\uf0fe 延续□'),
    },
    { name: 'a length behind a label', table: form('完成情况说明(100字以内)\t维修路灯60盏') },
    {
      name: 'how to answer, in the column of units beside the answer',
      table: rowsFiling(['指标值', '计量单位'], [['产出/质量', '是否及时验收', '是', '是/否']]),
    },
    { name: 'content', table: quantity('维修路灯 ≥60盏') },
    { name: 'a product', table: quantity('铺设面积 ≥60平方米', '展板(2×3米) ≥8块') },
    {
      name: 'a length that is the content',
      table: projectFiling({ goal: '目标1:编发800字以内的政务信息60篇。' }),
    },
    {
      name: 'a choice that was made',
      table: projectFiling({ goal: '目标1:政府采购☑是□否□不适用，购置设备。' }),
    },
    {
      name: 'a choice made behind others',
      table: projectFiling({ goal: '目标1:政府采购□是 □否 ☑不适用。' }),
    },
    {
      name: 'what is written, in brackets behind a goal',
      table: projectFiling({ goal: '目标1:编印政策问答(含简述本,每篇约800字的通俗读物)3种。' }),
    },
    { name: 'a sentence that trails off', table: projectFiling({ goal: '目标1:推广良种、培训农民……' }) },
  ],
  invalid: [
    {
      name: 'the name of the form over a value that was filled in',
      table: rowsFiling(['指标值'], [['产出/数量', '⟦指标2：', '≥3000人次⟧']]),
      problems: [/“指标2:”没有替换/],
    },
    {
      name: 'a length behind the label of a line below the table',
      table: `${form()}\n⟦其他需要说明的问题:（100字以内）⟧`,
      problems: [/“\(100字以内\)”/],
    },
    {
      name: 'kinds of project that nobody chose from, without brackets',
      table: form('项目属性\t⟦新增项目/延续项目⟧', '项目类型\t经常性项目', '项目来源\t县级资金/自筹资金'),
      problems: ['选项“新增项目/延续项目”没有作出选择'],
    },
    {
      name: 'what was to be written, behind a goal that was',
      table: projectFiling({ goal: '目标1:⟦修复主干道的路灯。(此处填写本年度目标,限200字)⟧' }),
      problems: [/“\(此处填写本年度目标,限200字\)”/],
    },
    {
      name: 'an instruction as value',
      table: rowsFiling(
        ['指标值'],
        [
          ['产出/数量', '推广品种', '≥3种'],
          ['效益/社会效益', '⟦群众反映', '（填写定性描述）⟧'],
        ],
      ),
      problems: [/“\(填写定性描述\)”/],
    },
    {
      name: 'rows of a form that nobody filled in, once for the table',
      table: [
        '项目名称\t路灯维修',
        '资金总额(万元)\t5',
        '项目概况\t⟦(100字以内)⟧',
        '年度目标\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t指标1:维修路灯数量\t≥60盏',
        '\t\t⟨指标2:⟩\t',
        '\t\t⟨……⟩\t',
        '\t质量指标\t⟨指标1:⟩\t',
        '存在问题\t⟨(100字以内)⟩',
      ].join('\n'),
      problems: [
        {
          message: '模板文字“(100字以内)”“指标2:”“……”等没有替换为实际内容，共 5 处',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'what the form asks for, in place of an answer',
      table: form('存在问题\t⟦结合自评情况，分析存在的问题及原因。(200字以内)⟧'),
      problems: [/分析存在的问题及原因。\(200字以内\)/],
    },
    {
      name: 'notes and reasons that nobody wrote',
      table: rowsFiling(
        ['指标值', '实际完成值', '偏差原因分析', '指标解释'],
        [['产出/数量', '维修路灯', '≥60盏', '55盏', '⟦……⟧', '⟨(限50字以内)⟩']],
      ),
      problems: [/“……”“\(限50字以内\)”.*共 2 处/],
    },
    {
      name: 'one finding for each form of a file',
      table: `${form('项目概况\t⟦(450字内)⟧')}\n${form('项目概况\t⟦(限200字以下)⟧').replaceAll('路灯', '公厕')}`,
      problems: [/450字内/, /200字以下/],
    },
    {
      name: 'a choice of a form left open, beside other leftovers',
      table: form('项目属性\t⟦(一次性项目/经常性项目)⟧', '项目概况\t⟦……⟧'),
      problems: ['选项“(一次性项目/经常性项目)”没有作出选择', '模板文字“……”没有替换为实际内容'],
    },
    {
      name: 'kinds of project that are numbered, of which none was chosen',
      table: form('项目属性\t⟦1、持续性项目 2、新增性项目⟧', '建设内容\t1、桥梁项目 2、道路项目'),
      problems: ['选项“1、持续性项目 2、新增性项目”没有作出选择'],
    },
    {
      name: 'boxes of a form of which none is marked',
      table: form('项目属性\t⟦新增□ 延续□⟧'),
      problems: ['选项“新增□ 延续□”没有作出选择'],
    },
    {
      name: 'placeholders in front of values, apart from those in place of one',
      table: quantity('⟦栽植苗木 (≥**株) ≥17600株⟧', '⟦抚育面积 ≥**亩⟧', '⟨补植苗木 (≥**株) 800⟩')
        .replace('1.⟦', '⟦1.')
        .replace('2.⟦', '⟦2.')
        .replace('3.⟨', '⟨3.'),
      problems: [
        { message: '已填写的内容中仍留有模板文字“**”，共 2 处', severity: 'info' },
        { message: '模板文字“**”没有替换为实际内容', severity: 'warning' },
      ],
    },
    {
      name: 'crosses before any counter',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 ⟦1.复壮古树 XX株⟧ ⟨2.免除费用具数 ××具⟩ 3.覆盖乡镇 XX镇等12个',
      }),
      problems: [/^模板文字“XX株”“(?:XX|××)具”没有替换为实际内容，共 2 处$/],
    },
    {
      name: 'boxes, crosses and lines for a number',
      table: projectFiling({
        indicators: '一、产出指标 (一)数量指标 ⟦1.巡查次数 ≥□次⟧ ⟨2.培训人数 ≥××人⟩ ⟨3.印制手册 ≥__册⟩',
      }),
      problems: [/“□”“××”“__”.*共 3 处/],
    },
    {
      name: 'names of the form and choices of values',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标 1.巡查次数 ≥8次 ⟦2.指标N⟧ ⟨3.(指标名称)⟩ (二)质量指标 ⟦1.管护机制 健全/不健全⟧ ⟦2.整改是否到位 □是 □否⟧',
      }),
      problems: [
        /^模板文字“2.指标N”“3.\(指标名称\)”/,
        { message: '选项“健全/不健全”没有作出选择', severity: 'warning' },
        /“□是 □”没有作出选择/,
      ],
    },
    {
      name: 'a number of the form before a heading',
      table: projectFiling({
        indicators:
          '产出指标<br>数量指标<br>1.巡查次数 ≥8次<br>⟦2.指标2:⟧<br>效益指标<br>社会效益指标<br>1.知晓率 ≥90%',
      }),
      problems: [/“2.指标2:”/],
    },
    {
      name: 'a request to fill in, XX for a value',
      table: quantity('维修路灯 ≥60盏', '管护效果 填写具体数值', '居民反映 XX')
        .replace('2.管护效果 填写具体数值', '⟦2.管护效果 填写具体数值⟧')
        .replace('3.居民反映 XX', '⟨3.居民反映 XX⟩'),
      problems: ['模板文字“填写具体”“XX”没有替换为实际内容，共 2 处'],
    },
    {
      name: 'a placeholder for a number',
      table: quantity('维修路灯 ≥**盏').replace('1.维修路灯 ≥**盏', '⟦1.维修路灯 ≥**盏⟧'),
      problems: [{ message: '模板文字“**”没有替换为实际内容', severity: 'warning' }],
    },
    {
      name: 'a placeholder in front of a value',
      table: quantity('栽植苗木 (≥**株) ≥17600株').replace(
        '1.栽植苗木 (≥**株) ≥17600株',
        '⟦1.栽植苗木 (≥**株) ≥17600株⟧',
      ),
      problems: [{ message: '已填写的内容中仍留有模板文字“**”', severity: 'info' }],
    },
    {
      name: 'a placeholder with the only comparator and unit',
      table: quantity('栽植苗木 (≥**株) 17600').replace(
        '1.栽植苗木 (≥**株) 17600',
        '⟦1.栽植苗木 (≥**株) 17600⟧',
      ),
      problems: [{ message: /“\*\*”/, severity: 'info' }],
    },
    {
      name: 'dots alone',
      table: projectFiling({ goal: '目标1:推广良种。目标2:⟦……⟧' }),
      problems: ['模板文字“……”没有替换为实际内容'],
    },
    {
      name: 'a goal with nothing behind its number, and one of dots',
      table: projectFiling({ goal: '目标1:⟦……⟧ 目标2:推广良种。⟨目标3:⟩' }),
      problems: ['模板文字“……”“目标3:”没有替换为实际内容，共 2 处'],
    },
    {
      name: 'an indicator with nothing behind its number',
      table: projectFiling({ indicators: '一、产出指标 (一)数量指标 指标1:推广品种 ≥3种 ⟦指标2:⟧' }),
      problems: [/“指标2:”/],
    },
    {
      name: 'words of the form',
      table: projectFiling({ goal: '目标1:⟦(限100字以内)⟧' }),
      problems: [/100字以内/],
    },
    {
      name: 'a line to fill in',
      table: projectFiling({ goal: '目标1:⟦培训农民____人。⟧' }),
      problems: [/“____”/],
    },
    {
      name: 'both options',
      table: projectFiling({ goal: '目标1:⟦政府采购□是 □否。⟧' }),
      problems: [/“□是 □”/],
    },
    {
      name: 'letters for a number',
      table: projectFiling({ goal: '目标1:⟦培训农民XX人次。⟧' }),
      problems: [/“XX”/],
    },
  ],
})
