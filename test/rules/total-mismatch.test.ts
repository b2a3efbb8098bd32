import { totalMismatch } from '../../src/rules/total-mismatch.ts'
import { filing, HEADER, projectRow, testRule } from '../support/test-rule.ts'

/** A notice with a list of who gets how much in front of its form. */
const notice = (...list: readonly string[]): string =>
  [
    '资金分配表',
    ...list,
    '项目绩效目标表',
    '项目名称\t农技推广',
    '年度资金总额(万元)\t50',
    '年度目标\t推广农业技术。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t推广品种\t≥3种',
  ].join('\n')

/** A form whose money is divided by source, and by when it is handed down. */
const stages = (...rows: readonly string[]): string =>
  [
    '项目绩效目标表',
    '项目名称\t薄弱环节改善',
    '资金情况(万元)\t年度金额\t⟦24000⟧',
    ...rows,
    '年度目标\t新建学校。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t新建学校数\t≥46所',
  ].join('\n')

/** A matrix of targets, whole and by district. */
const districts = (name: string, whole: string, parts: string): string =>
  [
    '项目名称\t危房改造',
    '年度金额(万元)\t83.5',
    '总体目标\t改造危房。',
    '一级指标\t二级指标\t三级指标\t全区\t甲街道\t乙街道\t丙街道\t丁镇\t戊镇\t己镇',
    `产出指标\t数量指标\t${name}\t${whole}\t${parts}`,
    '\t\t加固房屋(间)\t7\t1\t0\t0\t3\t1\t2',
    '\t\t重建房屋(间)\t17\t7\t5\t1\t1\t0\t3',
    '\t质量指标\t验收合格率\t100%\t100%\t100%\t100%\t100%\t100%\t100%',
    '满意度指标\t服务对象满意度指标\t改造户满意度\t≥90%\t≥90%\t≥90%\t≥90%\t≥90%\t≥90%\t≥90%',
  ].join('\n')

/** The money of districts above their targets; `counts` may come to the target of all, or not. */
const moneyOfDistricts = (money: string, counts: string): string =>
  [
    '专项名称\t淤地坝试点工程',
    '总体目标\t开展淤地坝试点工程建设。',
    '\t\t地区\t全省\t甲市\t乙市\t丙市\t丁市',
    `\t\t中央投资金额(万元)\t${money}`,
    '一级指标\t二级指标\t三级指标\t全省\t甲市\t乙市\t丙市\t丁市',
    `产出指标\t数量指标\t建设骨干坝\t${counts}`,
    '满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t≥90%\t≥90%\t≥90%\t≥90%',
  ].join('\n')

const project = (name: string, amount: string): string => projectRow({ name, amount })

/** A report that tells what its projects have in all, and lists them. */
const announced = (said: string): string => `某局2020年度项目支出绩效自评报告
一、项目基本情况
(一)项目概况
${said},其中:
1.宣传专项经费30万元,用于宣传。
2.创建专项经费39万元,用于创建活动。
3.督导专项经费7.5万元,用于督导。
二、绩效目标完成情况
1.宣传专项:全年宣传6场次。
三、存在问题
无。
`

testRule(totalMismatch, {
  valid: [
    {
      name: 'projects that a report announces with their money',
      table: announced('2020年项目支出共3个,项目资金共计76.5万元'),
    },
    {
      name: 'what a report says of more projects than it lists',
      table: announced('2020年项目支出共5个,项目资金共计121万元'),
    },
    {
      name: 'money of districts beside more that none of them has, as nothing else adds up either',
      table: moneyOfDistricts('4800\t245\t497\t230\t2600', '≥38座\t≥1座\t≥4座\t≥2座\t≥22座'),
    },
    {
      name: 'money beside some of its parts',
      table: notice(
        '单位\t妇幼保健\t慢病管理\t健康教育\t急救培训\t本次下达资金金额',
        '卫健局\t12.09\t9.1\t20.69\t15.26\t86.4',
      ),
    },
    {
      name: 'the main tasks of a department, which are not all it does',
      table: [
        '部门整体支出绩效目标表',
        '部门名称\t某县农业局',
        '年度预算总额（万元）\t69.75',
        '年度主要任务\t任务名称\t主要内容\t预算金额（万元）',
        '\t公用经费\t日常运转\t5.45',
        '\t农技推广\t推广品种\t12.00',
        '年度目标\t推广农业技术。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
    },
    {
      name: 'a single task with the digits of all money in another order: what it costs says nothing of the others',
      table: [
        '部门整体支出绩效目标表',
        '部门名称\t某县农业局',
        '年度预算总额（万元）\t422.4',
        '年度主要任务\t任务名称\t主要内容\t预算金额（万元）',
        '\t农技推广\t推广品种\t244.2',
        '年度目标\t推广农业技术。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
    },
    {
      name: 'money handed down in two stages, and one of which the other is not told',
      table: [
        stages('\t其中:中央补助\t24000', '\t已预下达\t18900', '\t本次下达\t5100'),
        stages('\t其中:中央补助\t24000', '\t本次下达\t5100'),
      ]
        .join('\n')
        .replace(/[⟦⟧]/g, ''),
    },
    {
      name: 'a list whose header the next page prints again',
      table: notice(
        '乡镇\t户数(户)\t金额(万元)',
        '合计\t50\t100',
        '甲镇\t12\t24',
        '乙镇\t13\t26',
        '乡镇\t户数(户)\t金额(万元)',
        '丙镇\t20\t40',
        '丁镇\t5\t10',
      ),
    },
    {
      name: 'subjects below each other, as the column of all of them shows',
      table: notice(
        '科目编码\t科目名称\t合计\t基本支出\t项目支出',
        '\t合计\t78.5\t68\t10.5',
        '201\t一般公共服务支出\t59.22\t48.72\t10.5',
        '20104\t发展与改革事务\t59.22\t48.72\t10.5',
        '2010450\t事业运行\t48.72\t48.72\t',
        '2010499\t其他事务支出\t10.5\t\t10.5',
        '208\t社会保障支出\t19.28\t19.28\t',
      ),
    },
    {
      name: 'columns of counts beside the money, of which one has a gap and one a price',
      table: notice(
        '乡镇\t户数(户)\t面积(亩)\t补助标准(元)\t金额(万元)',
        '甲镇\t12\t100.5\t300\t10',
        '乙镇\t15\t200\t200\t20',
        '丙镇\t20\t300\t500\t30',
        '合计\t47\t600.5\t800\t60',
      ),
    },
    {
      name: 'a total that is the sum',
      table: filing('\t合计\t9.00', project('甲', '4.00'), project('乙', '5.00')),
    },
    {
      name: 'groups with their sums above their rows, and 合计 above all',
      table: notice(
        '单位\t中央\t市级',
        '合计\t30\t12',
        '一、种植业小计\t18\t7',
        '甲镇\t10\t4',
        '乙镇\t8\t3',
        '二、养殖业小计\t12\t5',
        '丙镇\t7\t2',
        '丁镇\t5\t3',
      ),
    },
    {
      name: 'a single row whose last number is far from what the others come to',
      table: notice('县\t甲\t乙\t丙\t丁\t合计', '金额\t439\t273\t676\t367\t2755'),
    },
    { name: 'no total at all', table: filing(project('甲', '4.00')) },
    { name: 'a total over nothing', table: filing('\t合计\t9.00') },
    {
      name: 'the total at the bottom',
      table: filing(project('甲', '4.00'), project('乙', '5.00'), '\t合计\t9.00'),
    },
    {
      name: 'decimals that floating point would get wrong',
      table: filing('\t合计\t0.3', project('甲', '0.1'), project('乙', '0.2')),
    },
    {
      name: 'thousands separators and 元',
      table: `${HEADER.replace('万元', '元')}\n\t合计\t2,061,400.00\n${project('甲', '1,030,700.00')}\n${project('乙', '1030700')}`,
    },
    {
      name: 'an agency between that alone is wrong',
      table: filing(
        '\t合计\t9.00',
        '501\t某局\t9.00',
        '501001\t某局(本级)\t8.00',
        project('甲', '4.00'),
        project('乙', '5.00'),
      ),
    },
    {
      name: 'a department without an amount of its own',
      table: filing('\t合计\t9.00', '501\t某局\t', '501001\t某局(本级)\t9.00', project('甲', '9.00')),
    },
    {
      name: 'agencies with subtotals and project categories',
      table: filing(
        '\t合计\t15.00',
        '501001\t某局(本级)\t15.00',
        '\t特定目标类\t9.00',
        project('甲', '4.00'),
        project('乙', '5.00'),
        '\t其他运转类\t6.00',
        project('丙', '6.00'),
      ),
    },
    {
      name: 'a project whose amount is missing as a dash',
      table: filing('\t合计\t4.00', project('甲', '4.00'), project('乙', '-')),
    },
    {
      name: 'a negative amount that the total counts',
      table: filing('\t合计\t3.00', project('甲', '4.00'), project('乙', '-1.00')),
    },
    {
      name: 'a negative amount that the total leaves out',
      table: filing('\t合计\t4.00', project('甲', '4.00'), project('乙', '-1.00')),
    },
    {
      name: 'a list of who gets how much that adds up, row by row and in all',
      table: notice('单位\t合计\t良种\t农机', '甲镇\t30\t20\t10', '乙镇\t20\t20\t0', '合计\t50\t40\t10'),
    },
    {
      name: 'how many there are, in front of the money that adds up',
      table: notice(
        '类别\t项目个数\t省级\t市级\t县级\t合计(万元)',
        '放流\t37\t2400\t480\t560\t3440',
        '建礁\t7\t1150\t0\t2450\t3600',
        '合计\t44\t3550\t480\t3010\t7040',
      ),
    },
    {
      name: 'a list whose rows are of two levels',
      table: notice('单位\t金额', '甲县\t30', '其中:甲镇\t20', '乙镇\t10', '丙县\t20', '合计\t50'),
    },
    {
      name: 'the total of a row that has lost a cell, under another column',
      table: notice('序号\t单位\t里程\t金额', '1\t甲镇\t62\t124', '2\t乙镇\t48\t96', '合计\t110\t220'),
    },
    {
      name: 'what is no sum: rates, prices and equal counts beside one for all',
      table: notice(
        '单位\t合计\t良种\t农机\t补助标准',
        '甲镇\t30\t20\t10\t5',
        '频次\t4\t4\t4\t5',
        '合计\t30\t20\t10\t5',
      ),
    },
  ],
  invalid: [
    {
      name: 'projects that a report announces with other money',
      table: announced('2020年项目支出共3个,项目资金共计⟦67.5⟧万元'),
      problems: [/76.5/],
    },
    {
      name: 'money of districts, whose targets add up',
      table: moneyOfDistricts('⟦4800⟧\t⟨245⟩\t⟨497⟩\t⟨230⟩\t⟨3882⟩', '≥38座\t≥1座\t≥4座\t≥2座\t≥31座'),
      problems: [/“全省” 4800与所含各项之和 4854不一致/],
    },
    {
      name: 'money at the end of its parts, of which one has two digits swapped',
      table: notice(
        '单位\t妇幼保健\t慢病管理\t健康教育\t急救培训\t本次下达资金金额',
        '卫健局\t⟨12.09⟩\t⟨9.1⟩\t⟨26.09⟩\t⟨15.26⟩\t⟦57.14⟧',
      ),
      problems: [/本次下达资金金额/],
    },
    {
      name: 'money at the end of its parts, of which other rows show that they are',
      table: notice(
        '单位\t妇幼保健\t慢病管理\t分配金额(万元)',
        '甲镇\t12\t9\t21',
        '乙镇\t15\t8\t23',
        '丙镇\t⟨14⟩\t⟨7⟩\t⟦25⟧',
      ),
      problems: [/分配金额/],
    },
    {
      name: 'the money of a department and of its tasks, one with two digits swapped',
      table: [
        '部门整体支出绩效目标表',
        '部门名称\t某县农业局',
        '年度预算总额（万元）\t⟦69.75⟧',
        '年度主要任务\t任务名称\t主要内容\t预算金额（万元）',
        '\t人员经费\t发放工资\t⟨52.30⟩',
        '\t公用经费\t日常运转\t⟨4.55⟩',
        '\t农技推广\t推广品种\t⟨12.00⟩',
        '年度目标\t推广农业技术。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
      problems: [/69.75与所含各项之和 68.85不一致/],
    },
    {
      name: 'the money of a task of a department and its sources',
      table: [
        '部门整体支出绩效目标表',
        '部门名称\t某县农业局',
        '预算总额（万元）\t⟨635⟩',
        '年度主要任务\t任务名称\t主要内容\t总额\t财政拨款\t其他资金',
        '\t农技推广\t推广品种\t210.00\t210.00\t0.00',
        '\t病虫害监测\t布点监测\t⟦205.00⟧\t⟨250.00⟩\t⟨0.00⟩',
        '\t农田建设\t整治农田\t175.00\t175.00\t0.00',
        '年度目标\t推广农业技术。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
      problems: [/205.00与所含各项之和 250.00不一致/],
    },
    {
      name: 'money handed down in two stages that come to another sum',
      table: stages('\t其中:中央补助\t24000', '\t上年预下达\t⟨18990⟩', '\t本次下达\t⟨5100⟩'),
      problems: ['“年度金额”一行的“资金情况(万元)” 24000与所含各项之和 24090不一致，少 90'],
    },
    {
      name: 'a column of households beside money that is right',
      table: notice(
        '乡镇\t户数(户)\t面积(亩)\t金额(万元)',
        '甲镇\t12\t100.5\t10',
        '乙镇\t15\t200\t20',
        '丙镇\t20\t300\t30',
        '合计\t⟦48⟧\t600.5\t60',
      ),
      problems: [{ message: /“户数\(户\)” 48与所含各项之和 47不一致/, severity: 'error' }],
    },
    {
      name: 'the only row of parts beside their sum, one with its digits in another order',
      table: notice(
        '险种\t合计\t水稻\t玉米\t小麦\t生猪',
        '补贴金额\t⟦1653.9⟧\t⟨742.5⟩\t⟨331.2⟩\t⟨157.8⟩\t⟨244.2⟩',
      ),
      problems: [/1653.9与所含各项之和 1475.7不一致/],
    },
    {
      name: 'the only row of the money of two places',
      table: notice('县\t合计\t甲县\t乙县', '补助资金\t⟦2100⟧\t⟨1500⟩\t⟨1050⟩'),
      problems: [/2100与所含各项之和 2550不一致/],
    },
    {
      name: 'a number of households that its districts do not come to, though one has as many as two others',
      table: districts('改造户数(户)', '⟦27⟧', '⟨8⟩\t⟨6⟩\t⟨2⟩\t⟨5⟩\t⟨1⟩\t⟨6⟩'),
      problems: [{ message: /27与所含各项之和 28不一致/, severity: 'error' }],
    },
    {
      name: 'a length that rounding explains',
      table: districts('管网长度(公里)', '⟦27⟧', '⟨8⟩\t⟨6⟩\t⟨2⟩\t⟨5⟩\t⟨1⟩\t⟨6⟩'),
      problems: [{ message: /27与所含各项之和 28不一致/, severity: 'info' }],
    },
    {
      name: 'a total that leaves out an agency, whose code is no stranger under a row without one',
      table: filing(
        '\t合计\t⟦4.00⟧',
        '101001\t甲局\t⟨5.00⟩\t\t',
        project('路灯', '5.00'),
        '\t乙局\t⟨4.00⟩\t\t',
        project('公厕', '4.00'),
      ),
      problems: [/之和 9\.00万元不一致/],
    },
    {
      name: 'more rows than are written out',
      table: filing(
        '\t合计\t⟦30.00⟧',
        ...Array.from({ length: 26 }, (_, i) => project(`路灯${i + 1}`, '⟨1.00⟩')),
      ),
      problems: [{ message: /合计 30\.00万元/, working: [`${'1.00 + '.repeat(24)}… (+2) = 26.00 ≠ 30.00`] }],
    },
    {
      name: 'what is left beside rows without an amount, and one that is no amount',
      table: filing(
        '\t合计\t⟦13.00⟧',
        '101001\t甲局',
        project('路灯', '⟨5.00⟩'),
        '101002\t乙局',
        project('公厕', '-2.00'),
        project('绿化', '⟨4.00⟩'),
        project('保洁', ''),
      ),
      problems: [{ message: /之和 9\.00万元不一致/, severity: 'info', because: /“公厕”的金额无效/ }],
    },
    {
      name: 'a list of who gets how much',
      table: notice('序号\t单位\t金额(万元)', '1\t甲镇\t12', '2\t乙镇\t20', '3\t丙镇\t8', '合计\t\t⟦50⟧'),
      problems: [
        {
          message: '“合计”一行的“金额(万元)” 50与所含各项之和 40不一致，多 10',
          severity: 'error',
          working: ['12 + 20 + 8 = 40 ≠ 50'],
        },
      ],
    },
    {
      name: 'one number that makes its row and its column wrong, once',
      table: notice(
        '单位\t合计\t良种\t农机',
        '甲镇\t⟦300.5⟧\t⟨20.5⟩\t⟨10⟩',
        '乙镇\t20\t20\t0',
        '合计\t⟨50.5⟩\t40.5\t10',
      ),
      problems: ['“甲镇”一行的“合计” 300.5与所含各项之和 30.5不一致，多 270.0'],
    },
    {
      name: 'a number of one district of a target that has one for all',
      table: [
        '项目名称\t造林',
        '年度资金总额(万元)\t50',
        '年度目标\t造林抚育。',
        '一级指标\t二级指标\t三级指标\t合计\t甲县\t乙县',
        '产出指标\t数量指标\t造林面积\t8万亩\t5万亩\t3万亩',
        '\t\t抚育面积\t⟦12.50⟧万亩\t⟨7.25⟩万亩\t⟨2.55⟩万亩',
        '\t质量指标\t成活率\t≥85%\t≥85%\t≥85%',
      ].join('\n'),
      problems: ['“抚育面积”一行的“合计” 12.50与所含各项之和 9.80不一致，多 2.70'],
    },
    {
      name: 'targets of villages under headers that have theirs in brackets',
      table: [
        '项目名称\t农厕改造',
        '年度资金总额(万元)\t50',
        '年度目标\t改造农村户厕。',
        '一级指标\t二级指标\t三级指标\t指标值(合计)\t指标值(甲村)\t指标值(乙村)\t指标值(丙村)\t指标值(丁村)',
        '产出指标\t数量指标\t改造户厕(户)\t≥⟦540⟧\t≥⟨120⟩\t≥⟨110⟩\t≥⟨160⟩\t≥⟨160⟩',
        '\t质量指标\t合格率\t100%\t100%\t100%\t100%\t100%',
      ].join('\n'),
      problems: ['“改造户厕(户)”一行的“指标值(合计)” 540与所含各项之和 550不一致，少 10'],
    },
    {
      name: 'a negative amount that the total adds, as a notice',
      table: filing('\t合计\t⟦5.00⟧', project('甲', '4.00'), project('乙', '-1.00')),
      problems: [{ message: /多 1.00万元/, severity: 'info', because: '“乙”的金额无效，未计入。' }],
    },
    {
      name: 'a total that is too large',
      table: filing('\t合计\t⟦9.50⟧', project('甲', '⟨4.00⟩'), project('乙', '⟨5.00⟩')),
      problems: [
        {
          message: '合计 9.50万元与所含各项之和 9.00万元不一致，多 0.50万元',
          severity: 'error',
          working: ['4.00 + 5.00 = 9.00 ≠ 9.50'],
        },
      ],
    },
    {
      name: 'a project that was left out',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), project('乙', '5.00'), project('丙', '2.30')),
      problems: [{ message: /少 2.30万元/, because: '差额正好等于“丙”：可能漏计了它。' }],
    },
    {
      name: 'a project that was counted twice',
      table: filing('\t合计\t⟦14.00⟧', project('甲', '4.00'), project('乙', '5.00')),
      problems: [{ message: /多 5.00万元/, because: '差额正好等于“乙”：可能重复计算了它。' }],
    },
    {
      name: '元 where 万元 was meant',
      table: filing('\t合计\t⟦90000⟧', project('甲', '4'), project('乙', '5')),
      problems: [{ message: /不一致/, because: '相差正好 10,000 倍：可能混用了元与万元。' }],
    },
    {
      name: 'two digits of a project swapped',
      table: filing('\t合计\t⟦16.45⟧', project('甲', '4.54'), project('乙', '12.00')),
      problems: [{ message: /少 0.09万元/, because: '此数或“甲”中可能有两位数字前后颠倒。' }],
    },
    {
      name: 'two digits of the total swapped',
      table: filing('\t合计\t⟦61.50⟧', project('甲', '4.50'), project('乙', '12.00')),
      problems: [{ message: /多 45.00万元/, because: '此数中可能有两位数字前后颠倒。' }],
    },
    {
      name: 'a difference that rounding explains, as a notice',
      table: filing('\t合计\t⟦10.00⟧', project('甲', '3.33'), project('乙', '3.33'), project('丙', '3.33')),
      problems: [{ message: /少|多/, severity: 'info', because: /四舍五入/ }],
    },
    {
      name: 'the same beyond what rounding explains',
      table: filing('\t合计\t⟦10.00⟧', project('甲', '3.33'), project('乙', '3.33'), project('丙', '3.31')),
      problems: [{ message: /多 0.03万元/, severity: 'error' }],
    },
    {
      name: 'a row whose amount is no number, as a notice that says so',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), project('乙', '待定')),
      problems: [{ message: /多 5.00万元/, severity: 'info', because: '“乙”的金额无效，未计入。' }],
    },
    {
      name: 'a total of the sums of groups',
      table: notice(
        '单位\t中央\t市级',
        '合计\t⟦32⟧\t12',
        '一、种植业小计\t⟨18⟩\t7',
        '甲镇\t10\t4',
        '乙镇\t8\t3',
        '二、养殖业小计\t⟨12⟩\t5',
        '丙镇\t7\t2',
        '丁镇\t5\t3',
      ),
      problems: ['“合计”一行的“中央” 32与所含各项之和 30不一致，多 2'],
    },
    {
      name: 'a single row of many parts that come close to their total',
      table: notice('县\t甲\t乙\t丙\t丁\t合计', '金额\t⟨439⟩\t⟨273⟩\t⟨676⟩\t⟨367⟩\t⟦1775⟧'),
      problems: ['“金额”一行的“合计” 1775与所含各项之和 1755不一致，多 20'],
    },
    {
      name: 'a list whose cells only blanks part, in front of a glued form',
      table: [
        '附件1 资金分配表',
        '序号 乡镇 养护里程(公里) 补助金额(万元)',
        '1 甲镇 62 ⟨124⟩',
        '2 乙镇 48 ⟨96⟩',
        '3 丙乡 40 ⟨60⟩',
        '合计 150 ⟦300⟧',
        '附件2 项目绩效目标表',
        '项目名称公路养护补助主管部门某局年度目标养护公路150公里。一级指标二级指标三级指标指标值产出指标数量指标养护里程≥150公里效益指标社会效益指标出行条件改善满意度指标服务对象满意度指标群众满意度≥90%',
      ].join('\n'),
      problems: ['“合计”一行的“补助金额(万元)” 300与所含各项之和 280不一致，多 20'],
    },
    {
      name: 'years beside their total',
      table: notice(
        '单位\t三年合计\t2023年\t2024年\t2025年',
        '甲县\t60\t10\t20\t30',
        '乙县\t⟦45⟧\t⟨10⟩\t⟨20⟩\t⟨25⟩',
      ),
      problems: ['“乙县”一行的“三年合计” 45与所含各项之和 55不一致，少 10'],
    },
    {
      name: 'an input that is cut off, as a notice',
      table: filing('\t合计\t⟦9.00⟧', project('甲', '4.00'), '\t乙\t2.00\t目标1:推广'),
      problems: [{ message: /多 3.00万元/, severity: 'info', because: /被截断/ }],
    },
    {
      name: 'both totals of a table that has two',
      table: filing('\t合计\t⟦9.50⟧', project('甲', '4.00'), project('乙', '5.00'), '\t总计\t⟦8.00⟧'),
      problems: [/^合计 9.50万元/, /^总计 8.00万元/],
    },
    {
      name: 'a department that is wrong together with its agencies',
      table: filing('\t合计\t⟦9.50⟧', '501\t某局\t⟨9.00⟩', '501001\t某局(本级)\t9.00', project('甲', '9.00')),
      problems: ['合计 9.50万元与所含各项之和 9.00万元不一致，多 0.50万元'],
    },
  ],
})
