import { evaluationExample } from '../../src/rules/shared/example.ts'
import { weightMismatch } from '../../src/rules/weight-mismatch.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const indicators = (text: string): string => projectFiling({ indicators: text })

/** A table in which each level has a column of points. */
const levels = (allotment: string): string =>
  [
    '项目支出绩效自评表',
    '项目名称\t路灯维修',
    '资金总额（万元）\t5',
    '年度目标\t修复损坏的路灯。',
    '一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t得分',
    '项目决策\t20\t决策过程\t8\t决策依据\t3\t3',
    '\t\t\t\t决策程序\t5\t5',
    `\t\t资金分配\t⟦12⟧\t分配办法\t⟨4⟩\t4`,
    `\t\t\t\t分配结果\t⟨${allotment}⟩\t6`,
    '项目管理\t80\t资金管理\t80\t资金使用\t60\t60',
    '\t\t\t\t财务管理\t20\t20',
  ].join('\n')

/** Categories that are weighed against each other, with points of their own below them. */
const shares = (last: string): string =>
  [
    '路灯维修支出绩效评价表',
    '一级指标\t权重\t二级指标\t分值\t三级指标\t计量单位\t目标值\t分值\t理由',
    '预算绩效\t⟦50⟧\t预算管理\t75\t预算执行率\t%\t95\t75\t',
    '\t\t财务管理\t25\t违规次数\t次\t0\t25\t',
    '项目产出\t50\t产出数量\t60\t维修路灯数量\t盏\t60\t60\t',
    '\t\t产出质量\t40\t是否及时验收\t是/否\t是\t20\t①',
    '\t\t\t\t\t\t\t20\t②',
  ]
    .join('\n')
    .replace('\t25\t违规', `\t⟨${last}⟩\t违规`)
    .replace('\t75\t预算执行率', '\t⟨75⟩\t预算执行率')

testRule(weightMismatch, {
  valid: [
    {
      name: 'a whole of its own below each of several headings, and points in a row for each of several reasons',
      table: shares('25').replace(/[⟦⟧⟨⟩]/g, ''),
    },
    { name: 'points in a column beside each level', table: levels('8').replace(/[⟦⟧⟨⟩]/g, '') },
    {
      name: 'headings in the place of indicators, of which nobody knows the points',
      table: levels('8')
        .replace(/[⟦⟧⟨⟩]/g, '')
        .replace(/项目管理[\s\S]*$/, '项目绩效\t80\t项目产出\t15\t产出数量\t5\t5\n\t\t\t\t产出质量\t10\t10\n')
        .concat('\t\t项目效果\t65\t社会效益\t65\t65\n'),
    },
    {
      name: 'shares in a column that come to 100 %',
      table: rowsFiling(
        ['指标值', '权重'],
        [
          ['产出/数量', '推广品种', '≥3种', '50%'],
          ['效益/社会效益', '良种普及', '提高', '40%'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '10%'],
        ],
      ),
    },
    {
      name: 'shares of 1, and one weight for two targets of a row',
      table: rowsFiling(
        ['半年指标值', '全年指标值', '权重'],
        [
          ['产出/数量', '推广品种', '≥1种', '≥3种', '0.5'],
          ['效益/社会效益', '良种普及', '提高', '提高', '0.4'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '≥90%', '0.1'],
        ],
      ),
    },
    {
      name: 'points that the labels of a form divide',
      table: [
        '项目支出绩效自评表',
        '项目名称\t路灯维修',
        '预算执行情况（20分）\t预算数\t执行数\t得分',
        '\t5\t5\t20',
        '年度绩效目标（80分）\t修复损坏的路灯。',
        '一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t分值\t得分',
        '产出指标\t数量指标\t维修路灯\t60盏\t60盏\t40\t40',
        '\t质量指标\t验收合格率\t100%\t100%\t30\t30',
        '满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t92%\t10\t10',
        '总分\t\t\t\t\t100\t100',
      ].join('\n'),
    },
    {
      name: 'a form of results whose execution of the budget has the other 20',
      table: rowsFiling(
        ['年初目标值', '实际完成值', '分值'],
        [
          ['产出/数量', '推广品种', '≥3种', '3种', '50'],
          ['效益/社会效益', '良种普及', '提高', '提高', '20'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '92%', '10'],
        ],
      ),
    },
    {
      name: 'indicators that stand twice, which is another problem',
      table: [
        '项目名称\t路灯维修',
        '一级指标\t二级指标\t三级指标\t指标值\t分值',
        '产出指标(50分)\t数量指标\t维修路灯\t≥60盏\t50',
        '\t\t维修路灯\t≥90盏\t50',
        '效益指标(30分)\t社会效益指标\t夜间出行安全\t改善\t30',
        '满意度指标(10分)\t服务对象满意度指标\t居民满意度\t≥90%\t10',
      ].join('\n'),
    },
    {
      name: '100 points for each category',
      table: rowsFiling(
        ['指标值', '分值'],
        [
          ['产出/数量', '推广品种', '≥3种', '60'],
          ['产出/质量', '合格率', '≥95%', '20'],
          ['产出/时效', '及时率', '≥95%', '20'],
          ['效益/社会效益', '良种普及', '提高', '50'],
          ['效益/经济效益', '增收', '提高', '30'],
        ],
      ),
    },
    { name: 'no points', table: projectFiling({}) },
    {
      name: 'points of indicators that are those of their category',
      table: indicators('一、产出指标 (一)数量指标(20分) 1.维修路灯 ≥60盏(12.5分) 2.更换灯杆 ≥8根(7.5分)'),
    },
    {
      name: '100 points',
      table: indicators(
        '一、产出指标(50分) (一)数量指标(50分) 1.维修路灯 ≥60盏(50分) 二、效益指标(40分) (一)社会效益指标 1.亮灯率 ≥95%(40分) 三、满意度指标(10分) 1.居民满意度 ≥90%(10分)',
      ),
    },
    {
      name: '90 points',
      table: indicators('1.维修路灯 ≥60盏(50分) 2.亮灯率 ≥95%(30分) 3.居民满意度 ≥90%(10分)'),
    },
    {
      name: 'points for some indicators only',
      table: indicators('一、产出指标 (一)数量指标(20分) 1.维修路灯 ≥60盏(12分) 2.更换灯杆 ≥8根'),
    },
    {
      name: 'ranges of points that can make up their category and the whole',
      table: indicators(
        '一、产出指标(50分) (一)数量指标 1.维修路灯 ≥60盏(0-20分) 2.更换灯杆 ≥8根(0-40分) 二、效益指标(30分) (一)社会效益指标 1.亮灯率 ≥95%(0-30)分 三、满意度指标(10分) 1.居民满意度 ≥90%(0-10分)',
      ),
    },
    {
      name: 'satisfaction measured in points',
      table: indicators('一、满意度指标 1.居民满意度 ≥90分 2.学生满意度 ≥80分 3.教师满意度 ≥85分'),
    },
    {
      name: 'the end of a cut-off input',
      table: indicators('1.维修路灯 ≥60盏(50分) 2.亮灯率 ≥95%(20分) 3.居民满意度 ≥90%(10分) 二、满意度指标'),
    },
  ],
  invalid: [
    {
      name: 'points in the column beside a level that its indicators do not come to',
      table: levels('6'),
      problems: [/“资金分配”/],
    },
    {
      name: 'shares in a column that come to less than 90 %',
      table: rowsFiling(
        ['指标值', '权重'],
        [
          ['产出/数量', '推广品种', '≥3种', '⟨50%⟩'],
          ['效益/社会效益', '良种普及率', '≥85%', '⟨20%⟩'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '⟨10%⟩'],
        ],
        { name: '⟦农技推广⟧' },
      ),
      problems: ['项目“农技推广”各指标分值合计 80%，既不是 100%也不是 90%'],
    },
    {
      name: 'a form of results beside another whose points are a whole',
      table: ['⟨50⟩', '60']
        .flatMap((first, i) => [
          `项目名称\t${i === 0 ? '⟦路灯维修⟧' : '公厕管护'}`,
          '一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值',
          `产出指标\t数量指标\t维修数量\t≥60处\t60处\t${first}`,
          `效益指标\t社会效益指标\t出行条件\t改善\t改善\t${i === 0 ? '⟨20⟩' : '20'}`,
          `满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t92%\t${i === 0 ? '⟨10⟩' : '10'}`,
          '',
        ])
        .join('\n'),
      problems: [/80/],
    },
    {
      name: 'a form of results whose points leave no rest that anything has',
      table: `${rowsFiling(
        ['年初目标值', '实际完成值', '分值'],
        [
          ['产出/数量', '推广品种', '≥3种', '3种', '52'],
          ['效益/社会效益', '良种普及', '提高', '提高', '20'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '92%', '10'],
        ],
      ).replace('农技推广', '⟦农技推广⟧')}\n填报人:某科\n`,
      problems: [/合计 82/],
    },
    {
      name: 'two rows of two categories that come to no whole',
      table: `${rowsFiling(
        ['指标值', '分值'],
        [
          ['产出/数量', '推广品种', '≥3种', '⟨50⟩'],
          ['效益/社会效益', '良种普及率', '≥90%', '⟨30⟩'],
        ],
        { name: '⟦农技推广⟧' },
      )}\n注:本表由各单位填报。`,
      problems: [/80/],
    },
    {
      name: 'points that are more than those of the heading, though one row has none',
      table: projectFiling({
        indicators:
          '一、产出指标 (一)数量指标(⟦20分⟧) 1.维修路灯 ≥60盏(15分) 2.更换灯杆 ≥8根(10分) 3.巡查次数 ≥4次',
      }),
      problems: [/20 分.*25 分/],
    },
    {
      name: 'points of a heading and a column of points',
      table: [
        '项目名称\t路灯维修',
        '一级指标\t二级指标\t三级指标\t指标值\t分值',
        '产出指标(⟦50分⟧)\t数量指标\t维修路灯\t≥60盏\t⟨55⟩',
        '效益指标(30分)\t社会效益指标\t夜间出行安全\t改善\t30',
        '满意度指标(10分)\t服务对象满意度指标\t居民满意度\t≥90%\t10',
      ].join('\n'),
      problems: ['“产出指标”为 50 分，其下各项合计 55 分'],
    },
    {
      name: 'shares in a column',
      table: rowsFiling(
        ['指标值', '权重'],
        [
          ['产出/数量', '推广品种', '≥3种', '50%'],
          ['效益/社会效益', '良种普及', '提高', '30%'],
          ['满意度/服务对象满意度', '农民满意度', '≥90%', '15%'],
        ],
        { name: '⟦农技推广⟧' },
      ),
      problems: [
        {
          message: '项目“农技推广”各指标分值合计 95%，既不是 100%也不是 90%',
          working: ['50 + 30 + 15 = 95 ≠ 100, 90'],
        },
      ],
    },
    {
      name: 'a category',
      table: indicators('一、产出指标 (一)数量指标(⟦20分⟧) 1.维修路灯 ≥60盏(⟨10分⟩) 2.更换灯杆 ≥8根(⟨5分⟩)'),
      problems: [
        {
          message: '“数量指标”为 20 分，其下各项合计 15 分',
          severity: 'error',
          working: ['10 + 5 = 15 ≠ 20'],
        },
      ],
    },
    {
      name: 'the whole',
      table: indicators('1.维修路灯 ≥60盏(50分) 2.亮灯率 ≥95%(30分) 3.居民满意度 ≥90%(15分)').replace(
        '农技推广',
        '⟦农技推广⟧',
      ),
      problems: [
        {
          message: '项目“农技推广”各指标分值合计 95 分，既不是 100 分也不是 90 分',
          working: ['50 + 30 + 15 = 95 ≠ 100, 90'],
        },
      ],
    },
    {
      name: 'the whole of the categories',
      table: indicators(
        '一、产出指标(50分) (一)数量指标 1.维修路灯 ≥60盏 二、效益指标(35分) (一)社会效益指标 1.亮灯率 ≥95% 三、满意度指标(10分) 1.居民满意度 ≥90%',
      ).replace('农技推广', '⟦农技推广⟧'),
      problems: ['项目“农技推广”各类别分值合计 95 分，既不是 100 分也不是 90 分'],
    },
    {
      name: 'ranges of points that stay below their category',
      table: indicators(
        '一、产出指标 (一)数量指标(⟦50分⟧) 1.维修路灯 ≥60盏(⟨0-20分⟩) 2.更换灯杆 ≥8根(⟨5分⟩)',
      ),
      problems: [
        { message: '“数量指标”为 50 分，其下各项合计 5～25 分', working: ['0～20 + 5 = 5～25 ≠ 50'] },
      ],
    },
    {
      name: 'two categories, and not the whole that they hide',
      table: indicators(
        '一、产出指标(⟦50分⟧) (一)数量指标 1.维修路灯 ≥60盏(40分) 二、效益指标(⟦40分⟧) (一)社会效益指标 1.亮灯率 ≥95%(45分) 三、满意度指标(10分) 1.居民满意度 ≥90%(10分)',
      ),
      problems: [/“产出指标”为 50 分，其下各项合计 40 分$/, /“效益指标”为 40 分，其下各项合计 45 分$/],
    },
    {
      name: 'fewer points than the total says, with a score above the points that lack',
      table: evaluationExample({ row: ['维修路灯数量', '≥60盏', '62盏', '⟦45⟧', '50', ''] }),
      problems: [/分值合计 85 分/],
    },
    {
      name: 'a total of points that shows that no others are elsewhere',
      table: evaluationExample({
        row: ['维修路灯数量', '≥60盏', '62盏', '45', '45', ''],
        total: ['100', '95'],
      }).replace('\t路灯维修', '\t⟦路灯维修⟧'),
      problems: [/分值合计 85 分/],
    },
    {
      name: 'a category whose points explain those of all categories, and of all indicators',
      table: indicators(
        '一、产出指标(⟦55分⟧) (一)数量指标 1.维修路灯 ≥60盏(50分) 二、效益指标(30分) (一)社会效益指标 1.亮灯率 ≥95%(30分) 三、满意度指标(10分) 1.居民满意度 ≥90%(10分)',
      ),
      problems: [/“产出指标”为 55 分，其下各项合计 50 分$/],
    },
    {
      name: 'a heading that says how many points the whole lacks',
      table: indicators(
        '一、产出指标 (一)数量指标(⟦50分⟧) 1.维修路灯 ≥60盏(20分) 2.更换灯杆 ≥8根(25分) 二、效益指标 (一)社会效益指标 1.亮灯率 ≥95%(40分) 三、满意度指标 1.居民满意度 ≥90%(10分)',
      ),
      problems: [/“数量指标”为 50 分，其下各项合计 45 分$/],
    },
    {
      name: 'two scores above their points, which together explain them',
      table: evaluationExample({ row: ['维修路灯数量', '≥60盏', '62盏', '⟦35⟧', '40', ''] }).replace(
        '\n效益指标',
        '\n\t质量指标\t路灯完好率\t100%\t100%\t5\t10\t\n效益指标',
      ),
      problems: [
        {
          message: /分值合计 80 分/,
          because:
            '“维修路灯数量”分值 35 而得分 40，“路灯完好率”分值 5 而得分 10；分值若与得分相同，合计即相符。',
        },
      ],
    },
  ],
})
